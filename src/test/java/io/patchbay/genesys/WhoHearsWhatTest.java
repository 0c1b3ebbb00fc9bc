package io.patchbay.genesys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.patchbay.testing.RunningGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Four agents and a customer do all that CHOREOGRAPHY D1 names, in the rows of a file; each of the five is told what the file says and
 * nothing else. What is for agents only reaches neither the customer nor an agent outside, in no byte.
 */
class WhoHearsWhatTest {
    private static final Path FILE = Path.of("src/test/resources/genesys/who-hears-what.txt");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static RunningGateway gateway;
    private static ChatParties parties;

    @BeforeAll
    static void begin() {
        gateway = RunningGateway.start(Map.of());
        parties = new ChatParties(gateway.http());
    }

    @AfterAll
    static void end() {
        try (RunningGateway closed = gateway; ChatParties gone = parties) {
            assertThat(closed).isNotNull();
            gone.checkNothingCameLater();
            String agent = gone.received("A");
            String outside = gone.outside();
            assertThat(gone.secrets()).hasSizeGreaterThan(5).allMatch(agent::contains).noneMatch(outside::contains);
            assertThat(outside).contains("open-");
        }
    }

    private record Step(String action, Map<String, List<String>> told) { }

    @TestFactory
    Stream<DynamicTest> each_party_is_told_what_the_row_says() throws IOException {
        Map<String, List<Step>> rows = new LinkedHashMap<>();
        List<Step> steps = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            if (line.startsWith("== ")) {
                steps = new ArrayList<>();
                rows.put(line.substring(3), steps);
            } else if (line.startsWith("> ")) {
                steps.add(new Step(line.substring(2), new HashMap<>()));
            } else if (line.matches("[ABCDX]: .*")) {
                String separator = line.startsWith("X") ? ", " : " \\| ";
                steps.get(steps.size() - 1).told().put(line.substring(0, 1), Arrays.asList(line.substring(3).split(separator)));
            } else {
                assertThat(line).as("a line of the file").matches("#.*|");
            }
        }
        return rows.entrySet().stream().map(row -> dynamicTest(row.getKey(), () -> {
            parties.begin();
            try {
                play(row.getValue());
            } finally {
                parties.end();
            }
        }));
    }

    private void play(List<Step> steps) {
        Map<String, List<String>> expected = new HashMap<>();
        JsonNode before = MissingNode.getInstance();
        for (Step step : steps) {
            act(step.action());
            step.told().forEach((who, words) -> expected.computeIfAbsent(who, one -> new ArrayList<>()).addAll(words));
            ChatParties.AGENTS.keySet().forEach(agent -> await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).untilAsserted(() ->
                assertThat(new ChatWords(parties.told(agent)).all()).as("%s after: %s", agent, step.action())
                    .isEqualTo(expected.getOrDefault(agent, List.of()))));
            JsonNode now = parties.view();
            assertThat(ChatWords.customer(before, now)).as("X after: %s", step.action())
                .isEqualTo(step.told().getOrDefault("X", List.of()));
            before = now;
        }
        if (!expected.containsKey("D")) {
            parties.askFromOutside();
        }
    }

    private void act(String action) {
        String[] words = action.replaceAll(" ?\\(secret\\)| ?!\\d", "").split(" ");
        if (words[0].equals("X")) {
            parties.customer(words[1]);
            return;
        }
        int code = action.contains("!") ? Integer.parseInt(action.substring(action.indexOf('!') + 1)) : 0;
        parties.agent(words[0], words[1], words.length > 2 ? words[2] : "", action.contains("(secret)"), code);
    }
}
