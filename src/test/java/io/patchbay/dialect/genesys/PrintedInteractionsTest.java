package io.patchbay.dialect.genesys;

import static io.patchbay.dialect.genesys.Story.ANA;
import static io.patchbay.dialect.genesys.Story.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.dialect.genesys.request.GenesysReply;
import io.patchbay.dialect.genesys.request.InteractionOperations;
import io.patchbay.dialect.genesys.request.OperationRefused;
import io.patchbay.dialect.genesys.request.Plan;
import io.patchbay.dialect.genesys.words.ContactKind;
import io.patchbay.model.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The operations of the vendor's page "Interactions On Chat Channel", each with the reply that the page prints for its success and with the
 * members of the reply that it prints for its failure. The values of these members are words of the page and not printed.
 */
class PrintedInteractionsTest {
    private static final Path FILE = Path.of("src/test/resources/dialect/genesys/interactions.json");
    /** Present where the pages of the vendor are at hand: a folder of text files. */
    private static final Optional<Path> PAGES = Optional.ofNullable(System.getProperty("vendor.pages")).map(Path::of);
    private static final Pattern OPERATION = Pattern.compile("\"operationName\":\"(\\w+)\"(.*?)(?=\"operationName\"|$)", Pattern.DOTALL);
    private static final Pattern SAMPLE = Pattern.compile("(Success|Failure|Failed)\\s*(\\{[^}]*})");
    private final List<JsonNode> printed = printed();

    private static List<JsonNode> printed() {
        try {
            return ContactStory.json(Files.readString(FILE)).path("printed").valueStream().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String body(String operation) {
        return "'" + operation + "','agentId':'" + (operation.equals("LeaveConference") ? "ana" : "caro") + "','text':'Hi'";
    }

    private static ContactStory story(String operation) {
        return operation.equals("Accept") ? ContactStory.offered(ContactKind.CHAT)
                : ContactStory.served(ContactKind.CHAT).request(ANA, "'Invite','targetPath':'/users/ben'").asked(BEN)
                        .request(BEN, "'Accept'");
    }

    @Test
    void each_operation_is_answered_as_printed() {
        assertThat(printed).hasSize(8).allSatisfy(each -> {
            String operation = each.path("operation").asText();
            Plan plan = InteractionOperations.on(story(operation).planned(ANA, body(operation)), ContactStory.CONTACT.value());
            GenesysReply reply = plan.reply().apply(Collections.nCopies(plan.steps().size(), Outcome.accepted()));
            assertThat((JsonNode) reply.body()).as(operation).isEqualTo(each.path("success"));
            OperationRefused refused = catchThrowableOfType(OperationRefused.class,
                    () -> InteractionOperations.on(story(operation).planned(ANA, body(operation)), "0000000000000000"));
            List<String> members = new ArrayList<>();
            refused.reply().body().fieldNames().forEachRemaining(members::add);
            assertThat(each.path("failure").isMissingNode() ? List.of("statusCode", "statusMessage")
                    : each.path("failure").valueStream().map(JsonNode::asText).toList()).as(operation).isEqualTo(members);
        });
    }

    @Test
    void the_file_is_the_page() throws IOException {
        assumeTrue(PAGES.filter(Files::isDirectory).isPresent(),
                "The file is NOT compared with the vendor's page: give its folder as the system property vendor.pages.");
        Map<String, Map<String, String>> onPage = new TreeMap<>();
        try (Stream<Path> files = Files.list(PAGES.orElseThrow())) {
            for (Path file : files.filter(one -> one.toString().endsWith(".txt")).toList()) {
                String page = Files.readString(file);
                if (page.contains("/me/interactions/{id}")) {
                    Matcher operation = OPERATION.matcher(page);
                    while (operation.find()) {
                        onPage.put(operation.group(1), samples(operation.group(2)));
                    }
                }
            }
        }
        assertThat(onPage.keySet()).containsExactlyInAnyOrderElementsOf(
                printed.stream().map(each -> each.path("operation").asText()).toList());
        printed.forEach(each -> {
            Map<String, String> samples = onPage.get(each.path("operation").asText());
            assertThat(samples.get("Success")).isEqualTo(each.path("success").toString());
            List<String> failure = Pattern.compile("\"(\\w+)\":").matcher(samples.getOrDefault("Failure", "")).results()
                    .map(member -> member.group(1)).toList();
            assertThat(failure).isEqualTo(each.path("failure").valueStream().map(JsonNode::asText).toList());
        });
    }

    private static Map<String, String> samples(String text) {
        Map<String, String> samples = new TreeMap<>();
        SAMPLE.matcher(text).results().forEach(sample -> samples.put(sample.group(1).replace("Failed", "Failure"),
                sample.group(2).replaceAll("\\s", "")));
        return samples;
    }
}
