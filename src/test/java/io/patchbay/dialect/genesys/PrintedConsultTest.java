package io.patchbay.dialect.genesys;

import static io.patchbay.dialect.genesys.Story.ANA;
import static io.patchbay.dialect.genesys.Story.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.genesys.words.ContactKind;
import io.patchbay.model.AgentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The Consult that Genesys prints for a short-message session. The file has its payloads only. It differs from the page by these rules:
 * blanks that the page lost inside texts, and blanks that it added there, are undone; strings and numbers are written as in JSON; the ids
 * are S (session), A (consulting agent), A2 (its second participant), B (consulted agent) and X (customer). The page numbers the reply and
 * the failure differently, because they are two runs.
 */
class PrintedConsultTest {
    private static final Path FILE = Path.of("src/test/resources/dialect/genesys/consult.json");
    private static final String BASE = "http://localhost:8080/api/v2";
    private static final Instant JOINED = Instant.ofEpochMilli(1389039246007L);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSxx");
    /** Present where the pages of the vendor are at hand: a folder of text files. */
    private static final Optional<Path> PAGES = Optional.ofNullable(System.getProperty("vendor.pages")).map(Path::of);

    private final JsonNode printed = printed();
    private final ContactStory story = ContactStory.waiting(ContactKind.SMS, "FirstL").at(JOINED.minusSeconds(60)).found(ANA)
            .request(ANA, "'Accept','nickname':'TestName'");

    private static JsonNode printed() {
        try {
            return ContactStory.json(Files.readString(FILE));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private ContactStory consulted() {
        ObjectNode request = printed.path("request").deepCopy();
        return story.request(ANA, request.put("targetUri", request.path("targetUri").asText().replaceFirst("B$",
                Story.entry(BEN).userId())));
    }

    private ArrayNode told(AgentId agent, Map<String, String> names) {
        ArrayNode told = JsonNodeFactory.instance.arrayNode().addAll(story.data(agent));
        String text = told.toString().replace(Story.URIS.base(), BASE);
        for (Map.Entry<String, String> name : names.entrySet()) {
            text = text.replace("\"" + name.getKey() + "\"", "\"" + name.getValue() + "\"").replace("/" + name.getKey(),
                    "/" + name.getValue());
        }
        return (ArrayNode) ContactStory.json("{\"told\":" + text + "}").path("told");
    }

    private String participant(AgentId agent) {
        return story.state().messaging().of(agent).orElseThrow().id().value();
    }

    private String customer() {
        return story.state().messaging().customer().orElseThrow().id().value();
    }

    /** Removes what the product adds to what is printed. */
    private static void without(JsonNode notification, String at, String added, String value) {
        ObjectNode owner = (ObjectNode) notification.at(at);
        assertThat(owner.remove(added).asText()).isEqualTo(value);
    }

    /** The same instant in the same form: the page has the zone of its server. */
    private static JsonNode inUtc(JsonNode all) {
        all.findParents("timestamp").forEach(one -> ((ObjectNode) one).put("timestamp",
                OffsetDateTime.parse(one.path("timestamp").asText(), TIME).toInstant().toString()));
        return all;
    }

    @Test
    void the_reply_has_the_printed_members() {
        ObjectNode reply = consulted().reply();
        assertThat(reply.path("referenceId").isInt()).isTrue();
        assertThat(reply.put("referenceId", 35)).isEqualTo(printed.path("reply"));
    }

    @Test
    void a_consultation_that_is_accepted_is_told_as_printed() {
        consulted().asked(BEN).at(JOINED).request(BEN, "'Accept','nickname':'BFriend'");
        String second = story.data(ANA).get(0).at("/smssession/participants/0/participantId").asText();
        assertThat(second).matches("[0-9A-F]{16}").isNotEqualTo(participant(ANA));
        ArrayNode told = told(ANA, Map.of(ContactStory.CONTACT.value(), "S", participant(ANA), "A", participant(BEN), "B",
                customer(), "X", second, "A2"));
        without(told.get(0), "/smssession", "path", "/smssessions/S");
        without(told.get(1), "", "smssessionPath", "/smssessions/S");
        assertThat(inUtc(told)).isEqualTo(inUtc(printed.path("joined")));
    }

    @Test
    void a_consultation_that_fails_is_told_as_printed_with_the_number_of_its_reply() {
        int number = consulted().reply().path("referenceId").asInt();
        story.asked(BEN).request(BEN, "'Reject'");
        ArrayNode told = told(ANA, Map.of(ContactStory.CONTACT.value(), "S", participant(ANA), "A", customer(), "X"));
        without(told.get(0), "/smssession", "path", "/smssessions/S");
        assertThat(told.get(0).path("referenceId").asInt()).isEqualTo(number);
        ((ObjectNode) told.get(0)).put("referenceId", 36);
        assertThat(told).isEqualTo(printed.path("failed"));
    }

    @Test
    void the_file_is_the_page_by_its_rules() throws IOException {
        assumeTrue(PAGES.filter(Files::isDirectory).isPresent(),
                "The file is NOT compared with the vendor's page: give its folder as the system property vendor.pages.");
        List<Path> files;
        try (Stream<Path> all = Files.list(PAGES.orElseThrow())) {
            files = all.filter(file -> file.toString().endsWith(".txt")).toList();
        }
        String ids = "0000Na9B26EF006[EM]=S 009052CB05CA00EB=B 009052CB05C900EA=A2 009052CB(057100E7|110900F5)=A "
                + "009052CB(056C00E5|10CC00F0)=X 429a55994ef64991a77acb77c1cf9041=B";
        Stream<String> payloads = Stream.concat(Stream.of(printed.path("request"), printed.path("reply")),
                Stream.concat(elements("joined"), elements("failed"))).map(JsonNode::toString).map(text -> text.replaceAll("\\s", ""));
        String pages = "";
        for (Path file : files) {
            pages += Files.readString(file);
        }
        String page = pages.replaceAll("u'([^']*)'", "\"$1\"").replaceAll("(\\d)L\\b", "$1").replaceAll("\\s", "");
        for (String id : ids.split(" ")) {
            page = page.replaceAll(id.substring(0, id.indexOf('=')), id.substring(id.indexOf('=') + 1));
        }
        assertThat(page).contains(payloads.toList());
    }

    private Stream<JsonNode> elements(String name) {
        Stream.Builder<JsonNode> all = Stream.builder();
        printed.path(name).forEach(all);
        return all.build();
    }
}
