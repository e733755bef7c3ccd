// Names and search words from the Unicode Common Locale Data Repository, © Unicode, Inc., Unicode License V3.
export default `
😀 grinsendes Gesicht|froh fröhlich haha lachen
😃 grinsendes Gesicht mit großen Augen|fröhlich glücklich lächeln lachen
😄 grinsendes Gesicht mit lachenden Augen|fröhlich geschlossen glücklich lächeln
😁 strahlendes Gesicht mit lachenden Augen|fröhlich grinsen happy lächeln
😆 Grinsegesicht mit zugekniffenen Augen|geschlossen grinsen haha hehe
😅 grinsendes Gesicht mit Schweißtropfen|lächeln lachen lustig mund
😂 Gesicht mit Freudentränen|fröhlich haha happy hehe
🤣 sich vor Lachen auf dem Boden wälzen|gesicht haha hehe lol
🙂 leicht lächelndes Gesicht|smiley
🙃 umgekehrtes Gesicht|auf dem kopf lächeln
😉 zwinkerndes Gesicht|auge flirten sexy smiley
😊 lächelndes Gesicht mit lachenden Augen|erröten freude freundlich glücklich
😇 lächelndes Gesicht mit Heiligenschein|brav engel glücklich lieb
🥰 lächelndes Gesicht mit Herzen|anhimmeln bewundern hdgdl hdl
😍 lächelndes Gesicht mit herzförmigen Augen|glücklich herzen liebe smiley
🤩 überwältigt|aufgeregt augen gesicht grinsen
😘 Kuss zuwerfendes Gesicht|flirten küsschen küssen lieb
😋 sich die Lippen leckendes Gesicht|lächeln lecker leckeres essen
😛 Gesicht mit herausgestreckter Zunge|ätsch bäh lachen lustig
😜 zwinkerndes Gesicht mit herausgestreckter Zunge|auge herausstrecken smiley zudrücken
🤪 irres Gesicht|auge augen groß klein
🤗 Gesicht mit umarmenden Händen|drücken smiley umarmung
🤭 verlegen kicherndes Gesicht|haha hand hihi huch
🤫 ermahnendes Gesicht|finger leise psst pst
🤔 nachdenkendes Gesicht|fragen grübeln hm komisch
🤐 Gesicht mit Reißverschlussmund|geheimnis halten schweigen smiley
🤨 Gesicht mit hochgezogenen Augenbrauen|argwöhnisch misstrauen skeptisch smiley
😐 neutrales Gesicht|ausdruckslos kommentarlos smiley todernst
😑 ausdrucksloses Gesicht|kommentarlos selbstgefällig smiley unbeeindruckt
😶 Gesicht ohne Mund|kein smiley sprachlos
😏 süffisant lächelndes Gesicht|feixen flirten mundwinkel schief
😒 verstimmtes Gesicht|langweilig smiley traurig unglücklich
🙄 Augen verdrehendes Gesicht|genervt meinetwegen nerv ohje
😬 Grimassen schneidendes Gesicht|peinlich smiley verziehen zähne
😌 erleichtertes Gesicht|augen entspannt geschlossen smiley
😔 nachdenkliches Gesicht|enttäuscht schrecklich smiley traurig
😪 schläfriges Gesicht|gute müde nacht smiley
😴 schlafendes Gesicht|dösen einschlafen gähnen gute
😷 Gesicht mit Atemschutzmaske|arzt bazillen erkältet krank
🤒 Gesicht mit Fieberthermometer|krank messen smiley
🤕 Gesicht mit Kopfverband|aua autsch schmerzen smiley
🤢 würgendes Gesicht|ekel eklig erbrechen grün
🥵 schwitzendes Gesicht|erhitzt fieber fiebrig heiß
🥶 frierendes Gesicht|bibbern blau eisig erfrieren
😵 benommenes Gesicht|augen ko krank kreuze
🤯 explodierender Kopf|entsetzt geschockt gesicht schock
🥳 Partygesicht|aufgeregt feier fest fröhlich
😎 lächelndes Gesicht mit Sonnenbrille|cool smiley
🤓 Strebergesicht|brille intelligent klug nerd
🧐 Gesicht mit Monokel|elegant reich smiley
😕 verwundertes Gesicht|keine ahnung smiley traurig
😟 besorgtes Gesicht|smiley sorgen traurig
🙁 betrübtes Gesicht|schade smiley traurig
😮 Gesicht mit offenem Mund|erstaunt omg schockiert unglaublich
😲 erstauntes Gesicht|nee omg schockiert smiley
😳 errötetes Gesicht mit großen Augen|erröten peinlich rot scham
🥺 bettelndes Gesicht|anflehen augen bitte bitten
😦 entsetztes Gesicht|mund offen schockiert smiley
😨 ängstliches Gesicht|angst besorgt
😰 besorgtes Gesicht mit Schweißtropfen|angst ängstlich angstschweiß mund
😥 trauriges aber erleichtertes Gesicht|ängstlich enttäuscht knapp schweiß
😢 weinendes Gesicht|smiley träne traurig
😭 heulendes Gesicht|flennen schluchzen smiley tränen
😱 vor Angst schreiendes Gesicht|ängstlich munch omg panik
😖 verwirrtes Gesicht|bestürzt frustriert konfus smiley
😞 enttäuschtes Gesicht|leider schade smiley traurig
😓 bedrücktes Gesicht mit Schweiß|angstschweiß augen geschlossen kopfschmerzen
😩 erschöpftes Gesicht|fehlschlag hungrig müde nein
😫 müdes Gesicht|niesen smiley traurig
🥱 gähnendes Gesicht|gelangweilt langweilig müde öde
😤 schnaubendes Gesicht|erleichtert gewonnen
😡 schmollendes Gesicht|rot angelaufener smiley wütend
😠 verärgertes Gesicht|ärgern böse smiley wut
😈 grinsendes Gesicht mit Hörnern|böse dämon dämonin fantasie
💀 Totenkopf|gesicht knochen märchen schädel
💩 Kothaufen|mist
🤡 Clown-Gesicht|
👻 Gespenst|buh fantasy geist gesicht
🤖 Roboter|gesicht monster robotergesicht roboterkopf
🙈 sich die Augen zuhaltendes Affengesicht|böse geheimnis gemein geste
🙉 sich die Ohren zuhaltendes Affengesicht|böse geheimnis gemein geste
🙊 sich den Mund zuhaltendes Affengesicht|böse geheimnis gemein geste
❤️ rotes Herz|
🧡 oranges Herz|liebe
💛 gelbes Herz|gefühl herzlich liebe
💚 grünes Herz|gefühl liebe romantisch
💙 blaues Herz|gefühl liebe romantisch
💜 lila Herz|beste gefühl hdl liebe
🖤 schwarzes Herz|böse
💔 gebrochenes Herz|allein gefühl herzschmerz liebeskummer
💯 100 Punkte|punktestand volle punktzahl
💥 Zusammenstoß|bombe boom comic explodieren
💫 schwindlig|benommen benommenheit comic komet
💬 Sprechblase mit drei Punkten|comic dialog gespräch unterhaltung
💤 Schlafen|buchstaben comic gähn langweilig
👋 winkende Hand|auf wiedersehen bis später
🖐️ Hand mit gespreizten Fingern|fünf
✋ erhobene Hand|halt handfläche high five
👌 OK-Zeichen|exzellent finger genial hand
✌️ Victory-Geste|sieg
🤞 Hand mit gekreuzten Fingern|
🤙 Ruf-mich-an-Handzeichen|anruf anrufen shaka
👈 nach links weisender Zeigefinger|handrückseite zeigen
👉 nach rechts weisender Zeigefinger|handrückseite zeigen
👆 nach oben weisender Zeigefinger von hinten|aufwärts handrücken handrückseite hier
👇 nach unten weisender Zeigefinger|abwärts handrücken handrückseite hinab
☝️ nach oben weisender Zeigefinger von vorne|hand handvorderseite hier melden
👍 Daumen hoch|einverstanden finger gut hand
👎 Daumen runter|hand nach unten schlecht
✊ erhobene Faust|hand kampf solidarität
👊 geballte Faust|absolut bro hand korrekt
👏 klatschende Hände|applaudieren applaus beifall gratulation
🙌 zwei erhobene Handflächen|feiern geste hände hurra
🤝 Handschlag|hände händeschütteln vereinbarung
🙏 zusammengelegte Handflächen|beten betend bitten danke
✍️ schreibende Hand|stift
💪 angespannter Bizeps|arm bodybuilder bro fitnessstudio
👀 Augen|gesicht gucken schauen sehen
🧠 Gehirn|intelligent intelligenz klug schlau
🙋 Person mit erhobenem Arm|aufzeigen drankommen drannehmen frage
🤷 schulterzuckende Person|egal gleichgültig keine ahnung
🤦 sich an den Kopf fassende Person|frustriert genervt gesicht oh
🙇 sich verbeugende Person|bedauern bitten demut entschuldigung
👩‍💻 IT-Expertin|arbeit bildschirm büro computer
👨‍💻 IT-Experte|arbeit bildschirm büro computer
🏃 laufende Person|eilig joggen läufer läuferin
🐶 Hundegesicht|tier treu wau wuff
🐱 Katzengesicht|miau miez miezekatze tier
🐻 Bär|bärengesicht gesicht tier
🦊 Fuchs|fuchsgesicht gesicht tier
🐝 Biene|honig honigbiene hummel insekt
🌸 Kirschblüte|blume kirsche pflanze
🌻 Sonnenblume|blüte pflanze
🌲 Nadelbaum|pflanze tannenbaum
🌍 Globus mit Europa und Afrika|erde weltkugel
🌞 Sonne mit Gesicht|sonnengesicht sonnenschein
🌙 Mondsichel|nacht
⭐ weißer mittelgroßer Stern|astronomie gelber himmel
🌈 Regenbogen|wetter
☀️ Sonne|sonnenstrahlen sonnig strahlen wetter
⛅ Sonne hinter Wolke|wolkig
🌧️ Wolke mit Regen|regenwolke wetter
⛄ Schneemann ohne Schneeflocken|kalt winter
⚡ Hochspannung|blitz elektrizität gefahr gewitter
🔥 Feuer|brennen flamme heiß
💧 Tropfen|schweiß träne wasser wassertropfen
🍎 roter Apfel|frucht obst
🍋 Zitrone|frucht obst sauer zitrusfrucht
🍓 Erdbeere|essen frucht obst
🍕 Pizza|pizzastück pizzeria
🍔 Hamburger|fast food restaurant
🍪 Keks|cookie plätchen
🎂 Geburtstagskuchen|essen feier geburtstagstorte happy
🍫 Schokoladentafel|essen süßigkeit
☕ Heißgetränk|cafe dampfend kaffee tasse
🍵 Teetasse ohne Henkel|getränk grüner oolong schale
🍺 Bierkrug|bar oktoberfest prost weizenbier
🍷 Weinglas|alkohol bar
🚗 Auto|fahren fahrzeug rot verkehr
🚚 Lieferwagen|lastwagen lkw
🚲 Fahrrad|bmx radeln radler spinning
✈️ Flugzeug|flieger
🚀 Rakete|all weltraum
⛺ Zelt|camping campingurlaub zeltplatz
🏠 Haus|gebäude zuhause
🏢 Bürogebäude|hochhaus
🏔️ schneebedeckter Berg|gebirge kalt
🎉 Konfettibombe|böller feier juhu knaller
🎁 Geschenk|feier geburtstag schachtel schleife
🏆 Pokal|bundesliga champion gewinnen preis
⚽ Fußball|bundesliga messi
🎮 Gamepad|gaming unterhaltung videospiel
🎵 Musiknote|lied melodie
🎧 Kopfhörer|musik unterhaltung
📷 Fotoapparat|fotos kamera
📱 Mobiltelefon|handy iphone smartphone telefonieren
💻 Laptop|bildschirm computer computermonitor monitor
🖨️ Drucker|computer
⌨️ Tastatur|computer keyboard
🔋 Batterie|akku
💡 Glühbirne|hell idee lampe licht
📖 offenes Buch|bibliothek blättern geöffnet lernen
📦 Paket|päckchen
✉️ Briefumschlag|e-mail
📧 E-Mail|brief e-mail-symbol post
📞 Telefonhörer|anrufen kommunikation
📎 Büroklammer|
✏️ Bleistift|
📝 Papier und Bleistift|kurzmitteilung nachricht notiz schreibblock
📅 Kalender|datum kalenderblatt
📈 Aufwärtstrend|diagramm kurve steigend
📉 Abwärtstrend|diagramm fallend kurve
📌 Reißzwecke|anpinnen
✂️ Schere|schneiden schnipp
🔒 geschlossenes Schloss|datenschutz sicherheit
🔑 Schlüssel|passwort schließen
🔨 Hammer|werkzeug
🔧 Schraubenschlüssel|werkzeug
⚙️ Zahnrad|werkzeug
🔗 Linksymbol|kettenglieder verknüpfen verknüpfung verknüpfungssymbol
🧰 Werkzeugkasten|box handkasten kiste mechaniker
🛒 Einkaufswagen|einkaufen
💳 Kreditkarte|bankkarte ec-karte geldkarte guthaben
💰 Geldsack|moneten reich
⏰ Wecker|uhr uhrzeit zeit
⏳ laufende Sanduhr|prozess vorgang läuft
🔔 Glocke|ding dong klingeling ton
🔍 Lupe nach links|suche vergrößerungsglas
✅ weißes Häkchen|abgehakt erledigt
❌ Kreuzzeichen|abbrechen durchgestrichen mal multiplikation
⚠️ Warnung|achtung dreieck vorsicht warnschild
❓ rotes Fragezeichen|satzzeichen warum wieso
❗ rotes Ausrufezeichen|satzzeichen
➕ plus|addieren mathe pluszeichen
♻️ Recycling-Symbol|grüne punkt grüner
🆗 Großbuchstaben OK in blauem Quadrat|keycap okay taste tastenkappe
🆕 Wort „New“ in blauem Quadrat|neu
`;
