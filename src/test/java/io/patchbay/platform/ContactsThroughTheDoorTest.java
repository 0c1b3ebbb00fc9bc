package io.patchbay.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.model.Address;
import io.patchbay.model.AgentId;
import io.patchbay.model.ChannelId;
import io.patchbay.model.Command;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.DataCommand;
import io.patchbay.model.Destination;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.InteractionId;
import io.patchbay.model.LogEntry;
import io.patchbay.model.Medium;
import io.patchbay.model.MessagingCommand;
import io.patchbay.model.OfferCommand;
import io.patchbay.model.PlatformCommand.SessionRequested;
import io.patchbay.model.QueueName;
import io.patchbay.model.QueuePlace;
import io.patchbay.model.Reason;
import io.patchbay.model.Visibility;
import io.patchbay.platform.PlatformDoorFixture.Reply;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactsThroughTheDoorTest {
    private static final AgentId ANA = new AgentId("ana");
    private static final AgentId BEN = new AgentId("ben");
    private static final QueueName SALES = new QueueName("sales");
    private static final ContactPolicy TERMS = new ContactPolicy(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(10));
    private static final String SMS = "{'from':'+15551234','to':'sales','text':'Hello'}";
    private final PlatformDoorFixture door = new PlatformDoorFixture();

    @AfterEach
    void close() {
        door.close();
    }

    private Reply chat() {
        Reply made = door.post("/platform/chats", "{'nickname':'Pat','subject':'Help','queue':'sales'}");
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return made;
    }

    private Reply served() {
        Reply made = chat();
        QueuePlace place = new QueuePlace(SALES, door.far.place(new InteractionId(made.text("interaction"))));
        agent(made, new OfferCommand.Alert(ANA, new ChannelId("chat"), new Address("*"), Optional.of(place)));
        agent(made, new DataCommand.Accept(ANA));
        return made;
    }

    private void agent(Reply made, InteractionCommand does) {
        assertThat(door.far.take(new InteractionId(made.text("interaction")), does).isAccepted()).isTrue();
    }

    private Reply customer(Reply made, String acts) {
        return door.post("/platform/interactions/" + made.text("interaction"), acts);
    }

    private JsonNode seen(Reply made) {
        Reply view = door.get("/platform/interactions/" + made.text("interaction"));
        assertThat(view.status()).as(view.body().toString()).isEqualTo(200);
        return view.body();
    }

    private static String messages(JsonNode view) {
        return view.path("messages").valueStream().map(m -> m.path("index").asText() + " " + m.path("type").asText() + " "
                + m.path("from").path("nickname").asText() + " " + m.path("text").asText()).collect(Collectors.joining(", "));
    }

    @Test
    void a_chat_comes_to_one_command_and_its_answer_names_the_interaction() {
        Reply made = door.post("/platform/chats", "{'nickname':'Pat','subject':'Help','queue':'6001','data':{'vip':'yes'},'unknown':[1]}");
        Map<String, String> data = new LinkedHashMap<>(Map.of("vip", "yes"));
        data.putAll(Map.of("nickname", "Pat", "subject", "Help"));
        assertThat(door.far.commands).singleElement().satisfies(command -> assertThat(command.body()).isEqualTo(new SessionRequested(
                Medium.CHAT, "Pat", Optional.empty(), new Destination.ToQueue(SALES, new Address("6001"), true), Optional.empty(), data,
                TERMS)));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body()).isEqualTo(PlatformDoorFixture.tree("{\"interaction\":\"" + door.far.commands.get(0).target().id() + "\"}"));
    }

    @Test
    void a_customer_sees_the_chat_as_it_is() {
        Reply made = chat();
        JsonNode waiting = seen(made);
        String pat = "{\"id\":\"" + waiting.at("/participants/0/id").asText() + "\",\"nickname\":\"Pat\",\"type\":\"customer\"}";
        assertThat(waiting).isEqualTo(PlatformDoorFixture.tree("{\"interaction\":\"" + made.text("interaction") + "\",\"medium\":\"chat\","
                + "\"state\":\"waiting\",\"participants\":[" + pat + "],\"messages\":[{\"index\":1,\"type\":\"participantJoined\",\"from\":"
                + pat + ",\"text\":\"\",\"timestamp\":\"2026-01-05T09:00:00.000Z\"}]}"));
        Reply active = served();
        assertThat(seen(active).path("state").asText()).isEqualTo("active");
        assertThat(seen(active).at("/participants/1/type").asText()).isEqualTo("agent");
        agent(active, new DataCommand.Complete(ANA));
        assertThat(seen(active).path("state").asText()).isEqualTo("closed");
        assertThat(seen(active).path("participants")).isEmpty();
    }

    @Test
    void what_the_customer_does_is_answered_with_the_index_of_its_entry() {
        Reply made = served();
        assertThat(customer(made, "{'action':'send','text':'Hi'}").body()).isEqualTo(PlatformDoorFixture.tree("{\"index\":3}"));
        assertThat(customer(made, "{'action':'typing','on':true}").body()).isEqualTo(PlatformDoorFixture.tree("{\"index\":4}"));
        assertThat(customer(made, "{'action':'send','text':'Well?'}").body()).isEqualTo(PlatformDoorFixture.tree("{\"index\":5}"));
        agent(made, new MessagingCommand.SendMessage(ANA, LogEntry.Kind.TEXT, "Hello Pat", Visibility.ALL));
        assertThat(messages(seen(made))).isEqualTo("1 participantJoined Pat , 2 participantJoined ana , 3 text Pat Hi, 5 text Pat Well?, "
                + "6 text ana Hello Pat");
        Reply left = customer(made, "{'action':'leave'}");
        assertThat(left.status() + " " + left.body()).isEqualTo("200 {\"index\":7}");
        assertThat(seen(made).path("state").asText()).isEqualTo("closed");
        assertThat(messages(seen(made))).endsWith("7 participantLeft Pat ");
    }

    @Test
    void what_is_for_agents_only_is_not_seen_here() {
        Reply made = served();
        agent(made, new MessagingCommand.ConsultInContact(ANA, new Destination.Extension(BEN, new Address("5002"))));
        agent(made, new OfferCommand.Alert(BEN, new ChannelId("chat"), new Address("*"), Optional.empty()));
        agent(made, new DataCommand.Accept(BEN));
        agent(made, new MessagingCommand.SendMessage(BEN, LogEntry.Kind.TEXT, "Pat again", Visibility.AGENTS));
        assertThat(seen(made).toString()).doesNotContain("ben", "Pat again");
        agent(made, new MessagingCommand.ConferenceInContact(ANA));
        assertThat(seen(made).toString()).contains("\"nickname\":\"ben\"").doesNotContain("Pat again");
    }

    @Test
    void a_closed_contact_is_not_possible_to_write_in() {
        Reply made = served();
        customer(made, "{'action':'leave'}");
        for (String acts : new String[] {"{'action':'send','text':'x'}", "{'action':'typing','on':false}", "{'action':'leave'}"}) {
            Reply refused = customer(made, acts);
            assertThat(refused.status() + " " + refused.code()).as(acts).isEqualTo("409 INVALID_STATE");
        }
    }

    @Test
    void a_second_message_between_two_numbers_goes_on_in_the_open_session() {
        Reply first = door.post("/platform/sms", SMS);
        Reply second = door.post("/platform/sms", "{'from':'+15551234','to':'6001','text':'Me again'}");
        assertThat(first.status() + " " + second.status()).isEqualTo("201 200");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(messages(seen(first))).endsWith("2 text +15551234 Hello, 3 text +15551234 Me again");
        assertThat(door.post("/platform/sms", "{'from':'+15551234','to':'support','text':'Hello'}").body()).isNotEqualTo(first.body());
        assertThat(door.post("/platform/sms", "{'from':'+15559999','to':'sales','text':'Hello'}").body()).isNotEqualTo(first.body());
    }

    @Test
    void after_a_session_is_over_a_message_begins_another() {
        Reply first = door.post("/platform/sms", SMS);
        customer(first, "{'action':'leave'}");
        Reply second = door.post("/platform/sms", SMS);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isNotEqualTo(first.body());
        assertThat(door.post("/platform/sms", SMS).body()).isEqualTo(second.body());
    }

    @Test
    void a_session_that_was_never_begun_is_begun_anew() {
        door.far.instead = FakeSwitch.refusing(Reason.UNAVAILABLE);
        assertThat(door.post("/platform/sms", SMS).status()).isEqualTo(503);
        door.far.instead = Optional.empty();
        door.far.claimed = Duration.ofMinutes(1);
        assertThat(door.post("/platform/sms", SMS).status()).isEqualTo(201);
    }

    @Test
    void a_session_that_somebody_else_is_about_to_begin_is_waited_for() {
        door.far.instead = FakeSwitch.refusing(Reason.UNAVAILABLE);
        door.post("/platform/sms", SMS);
        door.far.instead = Optional.empty();
        Command begins = door.far.commands.get(0);
        door.far.later(() -> door.far.take(begins.target().interaction(), (InteractionCommand) begins.body()));
        Reply second = door.post("/platform/sms", "{'from':'+15551234','to':'sales','text':'Me too'}");
        assertThat(second.status() + " " + second.text("interaction")).isEqualTo("200 " + begins.target().id());
        assertThat(messages(seen(second))).endsWith("2 text +15551234 Hello, 3 text +15551234 Me too");
    }

    @Test
    void a_session_closed_at_the_last_moment_is_followed_by_another() {
        Reply first = door.post("/platform/sms", SMS);
        door.far.before = Optional.of(() -> customer(first, "{'action':'leave'}"));
        Reply second = door.post("/platform/sms", SMS);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isNotEqualTo(first.body());
        assertThat(messages(seen(second))).endsWith("2 text +15551234 Hello");
    }

    @Test
    void mails_and_wishes_to_be_called_back_arrive_too() {
        Reply mail = door.post("/platform/emails", "{'from':'pat@customer.example','to':'5001','subject':'Invoice','text':'Where is it?'}");
        assertThat(mail.status()).isEqualTo(201);
        assertThat(seen(mail).path("medium").asText()).isEqualTo("email");
        assertThat(messages(seen(mail))).endsWith("2 text pat@customer.example Where is it?");
        Reply wish = door.post("/platform/callbacks", "{'number':'+15551234','queue':'sales'}");
        assertThat(wish.status()).isEqualTo(201);
        assertThat(seen(wish).path("medium").asText()).isEqualTo("callback");
        Reply written = customer(wish, "{'action':'send','text':'x'}");
        assertThat(written.status() + " " + written.code()).isEqualTo("400 UNSUPPORTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"o\\u0027brien@customer.example", "a/b%25c@customer.example", "j\u00fcrgen@m\u00fcller.example"})
    void a_mail_comes_from_every_address_that_the_standards_allow(String from) {
        Reply mail = door.post("/platform/emails", "{'from':'" + from + "','to':'5001','text':'Where is it?'}");
        assertThat(mail.status()).isEqualTo(201);
        assertThat(messages(seen(mail))).endsWith("2 text " + from.replace("\\u0027", "'") + " Where is it?");
    }

    @Test
    void calls_and_what_nobody_began_are_not_found_here() {
        Reply call = door.post("/platform/calls", "{'from':'+15551234','to':'sales'}");
        for (String id : new String[] {call.text("interaction"), "0123456789ABCDEF", "nonsense"}) {
            assertThat(door.get("/platform/interactions/" + id).status()).as(id).isEqualTo(404);
            Reply written = door.post("/platform/interactions/" + id, "{'action':'send','text':'x'}");
            assertThat(written.status() + " " + written.code()).as(id).isEqualTo("404 UNKNOWN_TARGET");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "chats|{'queue':'sales'}|nickname", "chats|{'nickname':' ','queue':'sales'}|nickname", "chats|{'nickname':'Pat'}|queue",
        "chats|{'nickname':'Pat','queue':'5001'}|queue", "chats|{'nickname':'Pat','queue':'sales','subject':1}|subject",
        "chats|{'nickname':'Pat','queue':'sales','data':[]}|data", "sms|{'to':'sales','text':'x'}|from",
        "sms|{'from':'5001','to':'sales','text':'x'}|from", "sms|{'from':'+15551234','to':'+15559999','text':'x'}|to",
        "sms|{'from':'+15551234','to':'sales'}|text", "emails|{'from':'nobody','to':'sales','text':'x'}|from",
        "emails|{'from':'a b@c','to':'sales','text':'x'}|from", "emails|{'from':'a@c','to':'nowhere','text':'x'}|to",
        "callbacks|{'number':'sales','queue':'sales'}|number", "callbacks|{'number':'+15551234','queue':'nowhere'}|queue",
        "interactions/0123456789ABCDEF|{'action':'shout'}|action", "interactions/0123456789ABCDEF|{}|action",
        "interactions/0123456789ABCDEF|{'action':'send'}|text", "interactions/0123456789ABCDEF|{'action':'typing'}|on",
        "interactions/0123456789ABCDEF|{'action':'typing','on':'true'}|on"})
    void a_member_that_is_wrong_is_named(String path, String body, String member) {
        Reply reply = door.post("/platform/" + path, body);
        assertThat(reply.status() + " " + reply.code()).isEqualTo("400 INVALID_DATA");
        assertThat(reply.message()).startsWith("The member " + member + " must be ");
        assertThat(door.far.commands).isEmpty();
    }
}
