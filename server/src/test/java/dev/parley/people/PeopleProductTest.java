package dev.parley.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.parley.access.Caller;
import dev.parley.access.Sessions;
import dev.parley.access.TestPeople;
import dev.parley.base.ChannelId;
import dev.parley.base.GroupId;
import dev.parley.base.Ids;
import dev.parley.base.PersonRef;
import dev.parley.channel.Channels;
import dev.parley.storage.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PeopleProductTest {
    @Inject
    Database database;

    @Inject
    Sessions sessions;

    @Inject
    Presences presences;

    @Inject
    People people;

    @Inject
    Channels channels;

    @Test
    void agentChoosesWhatHeIsThereFor() {
        PersonRef agent = agent();
        for (String availability : List.of("external", "internal", "internal", "unavailable")) {
            as(agent)
                    .body(Map.of("availability", availability))
                    .put("/api/v1/me/availability")
                    .then()
                    .statusCode(200)
                    .body("availability", equalTo(availability));
        }
        as(agent)
                .body(Map.of("availability", "sometimes"))
                .put("/api/v1/me/availability")
                .then()
                .statusCode(422)
                .body("fields.availability", equalTo("unknown"));
        as(agent).body(Map.of()).put("/api/v1/me/availability").then().body("fields.availability", equalTo("required"));
    }

    @Test
    void agentChoosesAmongTheChannelsHeOwns() {
        PersonRef agent = agent();
        PersonRef colleague = agent();
        GroupId owned = test().group("sales");
        GroupId joined = test().group("billing");
        ChannelId sales = test().channel("Sales", owned);
        ChannelId billing = test().channel("Billing", joined);
        test().permit(agent, owned, "chat_owner");
        test().permit(colleague, owned, "chat_owner");
        test().permit(agent, joined, "chat_participant");
        choose(agent, sales).then().statusCode(200).body("channels", equalTo(List.of(sales.toString())));
        choose(agent, sales, billing).then().statusCode(422).body("fields.channels", equalTo("unknown"));
        as(agent)
                .get("/api/v1/me/channels")
                .then()
                .statusCode(200)
                .body("channels.size()", equalTo(1))
                .body("channels[0].id", equalTo(sales.toString()))
                .body("channels[0].chosen", equalTo(true))
                .body("channels[0].colleagues", equalTo(1));
        choose(agent).then().statusCode(200).body("channels", equalTo(List.of()));
    }

    @Test
    void customerUsersHaveNoAvailabilityAndSeeNoPeople() {
        PersonRef customer = test().customerUser("customer-" + Ids.next());
        as(customer).get("/api/v1/people").then().statusCode(403).body("code", equalTo("forbidden"));
        as(customer)
                .body(Map.of("availability", "external"))
                .put("/api/v1/me/availability")
                .then()
                .statusCode(403);
    }

    @Test
    void peopleAreListedWithWhatTheyAreThereFor() {
        PersonRef agent = agent();
        PersonRef here = agent();
        PersonRef elsewhere = agent();
        PersonRef customer = test().customerUser("customer-" + Ids.next());
        ChannelId channel = ownedChannel(here);
        test().choose(here, channel);
        test().availability(here, "external");
        test().outOfOffice(
                        elsewhere, Instant.now().minusSeconds(60), Instant.now().plusSeconds(3600));
        presences.connected(caller(here), new Object());
        presences.connected(caller(customer), new Object());
        test().permit(agent, channels.defaultChannel().group(), "chat_participant");
        String line = "agents.find { it.id == '" + here.id() + "' }";
        String other = "agents.find { it.id == '" + elsewhere.id() + "' }";
        String self = "agents.find { it.id == '" + agent.id() + "' }";
        presences.connected(caller(agent), new Object());
        String outside = "customerUsers.find { it.id == '" + customer.id() + "' }";
        as(agent)
                .get("/api/v1/people")
                .then()
                .statusCode(200)
                .body(line + ".name", equalTo(here.name()))
                .body(line + ".kind", equalTo("agent"))
                .body(line + ".presence", equalTo("available"))
                .body(line + ".reason", equalTo("active"))
                .body(line + ".mayChat", equalTo(true))
                .body(
                        line + ".channels",
                        equalTo(List.of(channels.channel(channel).name())))
                .body(line + ".endsAt", nullValue())
                .body(other + ".presence", equalTo("offline"))
                .body(other + ".mayChat", equalTo(false))
                .body("outOfOffice.id", hasItem(elsewhere.id().toString()))
                .body(self + ".name", equalTo(agent.name()))
                .body(self + ".mayChat", equalTo(false))
                .body(outside + ".company", equalTo(persons(customer)))
                .body(outside + ".mayChat", equalTo(true));
    }

    @Test
    void requestsAreTakenOnlyByWhoIsThereChoseTheChannelAndOwnsIt() {
        PersonRef agent = agent();
        GroupId group = test().group("support");
        ChannelId channel = test().channel("Support", group);
        assertThat(takes(agent, channel)).isFalse();
        test().permit(agent, group, "chat_owner");
        test().choose(agent, channel);
        test().availability(agent, "internal");
        assertThat(takes(agent, channel)).isFalse();
        test().availability(agent, "external");
        assertThat(takes(agent, channel)).isTrue();
        assertThat(people.availableFor(channels.channel(channel))).isEmpty();
        presences.connected(caller(agent), new Object());
        assertThat(people.availableFor(channels.channel(channel))).containsExactly(agent.id());
        test().outOfOffice(agent, Instant.now().minusSeconds(1), Instant.now().plusSeconds(60));
        assertThat(takes(agent, channel)).isFalse();
        assertThat(people.availableFor(channels.channel(channel))).isEmpty();
    }

    @Test
    void ownershipIsCheckedAgainAtEachUse() {
        PersonRef agent = agent();
        ChannelId channel = ownedChannel(agent);
        test().choose(agent, channel);
        test().availability(agent, "external");
        assertThat(takes(agent, channel)).isTrue();
        test().execute("delete from permission where agent_id = ?", agent.id().value());
        test().availability(agent, "external");
        assertThat(takes(agent, channel)).isFalse();
    }

    @Test
    void deskOffersEachCallerHisChannels() {
        PersonRef owner = agent();
        PersonRef customer = test().customerUser("customer-" + Ids.next());
        ChannelId channel = ownedChannel(owner);
        test().execute(
                        "update chat_channel set for_public = false, availability_check = true where id = ?",
                        channel.value());
        database.change(tx -> tx.tellAfterCommit(
                new dev.parley.storage.Notice(dev.parley.storage.Notice.Topic.CHANNEL, channel.value())));
        String line = "channels.find { it.id == '" + channel + "' }";
        given().get("/api/v1/desk").then().statusCode(200).body(line, nullValue());
        as(customer)
                .get("/api/v1/desk")
                .then()
                .body(line + ".online", equalTo(false))
                .body(line + ".offered", equalTo(false));
        test().choose(owner, channel);
        test().availability(owner, "external");
        presences.connected(caller(owner), new Object());
        as(customer)
                .get("/api/v1/desk")
                .then()
                .body(line + ".online", equalTo(true))
                .body(line + ".offered", equalTo(true));
    }

    private boolean takes(PersonRef agent, ChannelId channel) {
        var caller = (Caller.Agent) caller(agent);
        boolean takes = people.mayTake(caller, channels.channel(channel));
        assertThat(people.takes(agent.id()).contains(channel)).isEqualTo(takes);
        return takes;
    }

    private ChannelId ownedChannel(PersonRef agent) {
        GroupId group = test().group("owned");
        test().permit(agent, group, "chat_owner");
        return test().channel("Owned", group);
    }

    private String persons(PersonRef customer) {
        return customer.name().replace("Customer ", "") + " Ltd";
    }

    private io.restassured.response.Response choose(PersonRef agent, ChannelId... chosen) {
        return as(agent)
                .body(Map.of(
                        "channels",
                        java.util.Arrays.stream(chosen).map(ChannelId::toString).toList()))
                .put("/api/v1/me/channels");
    }

    private RequestSpecification as(PersonRef person) {
        return given().contentType("application/json")
                .header("Authorization", "Bearer " + sessions.start(person, "test"));
    }

    private Caller caller(PersonRef person) {
        return sessions.caller(sessions.start(person, "test"));
    }

    private PersonRef agent() {
        return test().agent("agent-" + Ids.next());
    }

    private TestPeople test() {
        return new TestPeople(database);
    }
}
