// Names and search words from the Unicode Common Locale Data Repository, © Unicode, Inc., Unicode License V3.
export default `
😀 grinning face|cheerful cheery happy laugh
😃 grinning face with big eyes|awesome happy mouth open
😄 grinning face with smiling eyes|happy laugh lol mouth
😁 beaming face with smiling eyes|grin grinning happy nice
😆 grinning squinting face|closed eyes haha hahaha
😅 grinning face with sweat|cold dejected excited mouth
😂 face with tears of joy|crying feels funny haha
🤣 rolling on the floor laughing|crying face funny haha
🙂 slightly smiling face|happy smile
🙃 upside-down face|hehe smile
😉 winking face|flirt heartbreaker sexy slide
😊 smiling face with smiling eyes|blush glad satisfied smile
😇 smiling face with halo|angel angelic angels blessed
🥰 smiling face with hearts|adore crush ily love
😍 smiling face with heart-eyes|143 bae feels hearts
🤩 star-struck|excited eyes face grinning
😘 face blowing a kiss|adorbs bae flirt heart
😋 face savoring food|delicious eat full hungry
😛 face with tongue|awesome cool nice party
😜 winking face with tongue|crazy epic eye funny
🤪 zany face|crazy eye eyes goofy
🤗 smiling face with open hands|hug hugging
🤭 face with hand over mouth|giggle giggling oops realization
🤫 shushing face|quiet shh
🤔 thinking face|chin consider hmm ponder
🤐 zipper-mouth face|keep quiet secret shut
🤨 face with raised eyebrow|disapproval disbelief distrust emoji
😐 neutral face|awkward blank deadpan expressionless
😑 expressionless face|awkward dead fine inexpressive
😶 face without mouth|awkward blank expressionless mouthless
😏 smirking face|boss dapper flirt homie
😒 unamused face|bored fine jealous jel
🙄 face with rolling eyes|eyeroll shade ugh whatever
😬 grimacing face|awk awkward dentist grimace
😌 relieved face|calm peace relief zen
😔 pensive face|awful bored dejected died
😪 sleepy face|crying good night sad
😴 sleeping face|bed bedtime good goodnight
😷 face with medical mask|cold dentist dermatologist doctor
🤒 face with thermometer|ill sick
🤕 face with head-bandage|hurt injury ouch
🤢 nauseated face|gross nasty sick vomit
🥵 hot face|dying feverish heat panting
🥶 cold face|blue blue-faced freezing frostbite
😵 face with crossed-out eyes|dead dizzy feels knocked
🤯 exploding head|blown explode mind mindblown
🥳 partying face|bday birthday celebrate celebration
😎 smiling face with sunglasses|awesome beach bright bro
🤓 nerd face|brainy clever expert geek
🧐 face with monocle|classy fancy rich stuffy
😕 confused face|befuddled confusing dunno frown
😟 worried face|anxious butterflies nerves nervous
🙁 slightly frowning face|sad
😮 face with open mouth|believe forgot omg shocked
😲 astonished face|cost no omg shocked
😳 flushed face|amazed awkward crazy dazed
🥺 pleading face|begging big eyes mercy
😦 frowning face with open mouth|caught guard scared scary
😨 fearful face|afraid anxious blame scared
😰 anxious face with sweat|blue cold eek mouth
😥 sad but relieved face|anxious call close complicated
😢 crying face|awful feels miss sad
😭 loudly crying face|bawling sad sob tear
😱 face screaming in fear|epic fearful munch scared
😖 confounded face|annoyed confused cringe distraught
😞 disappointed face|awful blame dejected fail
😓 downcast face with sweat|close cold feels headache
😩 weary face|crying fail feels hungry
😫 tired face|cost feels nap sad
🥱 yawning face|bedtime bored goodnight nap
😤 face with steam from nose|anger angry feels fume
😡 enraged face|anger angry feels mad
😠 angry face|anger blame feels frustrated
😈 smiling face with horns|demon devil evil fairy
💀 skull|body dead death face
💩 pile of poo|bs comic doo dung
🤡 clown face|
👻 ghost|boo creature excited face
🤖 robot|face monster
🙈 see-no-evil monkey|embarrassed face forbidden forgot
🙉 hear-no-evil monkey|animal ears face forbidden
🙊 speak-no-evil monkey|animal face forbidden gesture
❤️ red heart|emotion love
🧡 orange heart|143
💛 yellow heart|143 cardiac emotion ily
💚 green heart|143 emotion ily love
💙 blue heart|143 emotion ily love
💜 purple heart|143 bestest emotion ily
🖤 black heart|evil wicked
💔 broken heart|break crushed emotion heartbroken
💯 hundred points|100 a+ agree clearly
💥 collision|bomb boom collide comic
💫 dizzy|comic shining shooting star
💬 speech balloon|bubble comic dialog message
💤 ZZZ|comic good goodnight night
👋 waving hand|bye cya g2g greetings
🖐️ hand with fingers splayed|raised stop
✋ raised hand|five high stop
👌 OK hand|awesome bet dope fleek
✌️ victory hand|peace
🤞 crossed fingers|hand luck
🤙 call me hand|hang loose shaka
👈 backhand index pointing left|finger
👉 backhand index pointing right|finger
👆 backhand index pointing up|finger
👇 backhand index pointing down|finger
☝️ index pointing up|finger hand this
👍 thumbs up|+1 good hand like
👎 thumbs down|-1 bad dislike good
✊ raised fist|clenched hand punch solidarity
👊 oncoming fist|absolutely agree boom bro
👏 clapping hands|applause approval awesome congrats
🙌 raising hands|celebration gesture hooray praise
🤝 handshake|agreement deal meeting
🙏 folded hands|appreciate ask beg blessed
✍️ writing hand|write
💪 flexed biceps|arm beast bench bodybuilder
👀 eyes|body face googly look
🧠 brain|intelligent smart
🙋 person raising hand|gesture here know me
🤷 person shrugging|doubt dunno guess idk
🤦 person facepalming|again bewilder disbelief exasperation
🙇 person bowing|apology ask beg favor
👩‍💻 woman technologist|coder computer developer inventor
👨‍💻 man technologist|coder computer developer inventor
🏃 person running|fast hurry marathon move
🐶 dog face|adorbs animal pet puppies
🐱 cat face|animal kitten kitty pet
🐻 bear|animal face grizzly growl
🦊 fox|animal face
🐝 honeybee|animal bumblebee insect nature
🌸 cherry blossom|flower plant spring springtime
🌻 sunflower|outdoors plant
🌲 evergreen tree|christmas forest pine
🌍 globe showing Europe-Africa|earth world
🌞 sun with face|beach bright day heat
🌙 crescent moon|ramadan space
⭐ star|astronomy medium stars white
🌈 rainbow|gay genderqueer glbt glbtq
☀️ sun|bright rays space sunny
⛅ sun behind cloud|cloudy weather
🌧️ cloud with rain|weather
⛄ snowman without snow|cold
⚡ high voltage|danger electric electricity lightning
🔥 fire|af burn flame hot
💧 droplet|cold comic nature sad
🍎 red apple|diet food fruit health
🍋 lemon|citrus fruit sour
🍓 strawberry|fruit
🍕 pizza|cheese food hungry pepperoni
🍔 hamburger|eat fast food hungry
🍪 cookie|chip chocolate dessert sweet
🎂 birthday cake|bday celebration dessert happy
🍫 chocolate bar|candy dessert halloween sweet
☕ hot beverage|cafe caffeine chai coffee
🍵 teacup without handle|beverage drink oolong
🍺 beer mug|alcohol ale bar booze
🍷 wine glass|alcohol bar beverage booze
🚗 automobile|car driving vehicle
🚚 delivery truck|car drive vehicle
🚲 bicycle|bike class cycling cyclist
✈️ airplane|aeroplane fly flying jet
🚀 rocket|launch rockets space travel
⛺ tent|camping
🏠 house|building country heart home
🏢 office building|city cubical job
🏔️ snow-capped mountain|cold
🎉 party popper|awesome birthday celebrate celebration
🎁 wrapped gift|birthday bow box celebration
🏆 trophy|champion champs prize slay
⚽ soccer ball|football futbol sport
🎮 video game|controller entertainment
🎵 musical note|sound
🎧 headphone|earbud sound
📷 camera|photo selfie snap tbt
📱 mobile phone|cell communication telephone
💻 laptop|computer office pc personal
🖨️ printer|computer
⌨️ keyboard|computer
🔋 battery|
💡 light bulb|comic electric idea
📖 open book|education fantasy knowledge library
📦 package|box communication delivery parcel
✉️ envelope|e-mail email letter
📧 e-mail|email letter
📞 telephone receiver|communication voip
📎 paperclip|
✏️ pencil|
📝 memo|communication media notes pencil
📅 calendar|date
📈 chart increasing|data graph growth right
📉 chart decreasing|data down downward graph
📌 pushpin|collage
✂️ scissors|cut cutting paper tool
🔒 locked|closed private
🔑 key|keys lock major password
🔨 hammer|home improvement repairs tool
🔧 wrench|home improvement spanner tool
⚙️ gear|cog cogwheel tool
🔗 link|links
🧰 toolbox|chest mechanic red
🛒 shopping cart|trolley
💳 credit card|bank cash charge money
💰 money bag|bank bet billion cash
⏰ alarm clock|hours hrs late time
⏳ hourglass not done|flowing hours sand timer
🔔 bell|break church sound
🔍 magnifying glass tilted left|lab left-pointing science search
✅ check mark button|checked checkmark complete completed
❌ cross mark|cancel multiplication multiply
⚠️ warning|caution
❓ red question mark|punctuation
❗ red exclamation mark|punctuation
➕ plus|
♻️ recycling symbol|recycle
🆗 OK button|okay
🆕 NEW button|
`;
