package io.patchbay.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.config.GatewayConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The route files of the product are written as they should be, and each rule finds what it is for. */
class RoutesTest {
    private static final Set<String> KEYS =
            GatewayConfig.read(Path.of("config/gateway.properties"), Map.of(), new Properties()).values().keySet();
    /** Stations no route calls, each with the class that does. */
    private static final Map<String, String> CALLED_BY_JAVA = Map.of("kafka", "publish/KafkaOutbound.java");

    private static final String GOOD = """
            - beans:
                - name: harmonyDoor
                  type: io.patchbay.door.DoorDescription
                  properties:
                    name: harmony
                - name: harmony
                  type: io.patchbay.dialect.harmony.HarmonyDoor
            - routeConfiguration:
                id: at-the-border
                description: What to do about mistakes
                onException:
                  - onException:
                      id: at-the-border-bug
                      description: What no dialect answers
                      exception:
                        - java.lang.Throwable
                      handled:
                        constant:
                          expression: "true"
            - route:
                id: in-harmony
                description: Harmony over HTTP
                routeConfigurationId: at-the-border
                from:
                  id: in-harmony-from
                  description: Requests
                  uri: platform-http
                  parameters:
                    path: /harmony
                    matchOnUriPrefix: true
                  steps:
                    - bean:
                        id: in-harmony-decode
                        description: Text to command
                        ref: harmony
                        method: decode
                    - to:
                        id: in-harmony-dispatch
                        description: To the cell
                        uri: direct
                        parameters:
                          name: dispatch
            - route:
                id: in-harmony-dispatch-station
                description: Stands in for the real one
                from:
                  id: in-harmony-dispatch-station-from
                  description: Commands
                  uri: direct:dispatch
                  steps:
                    - to:
                        id: in-harmony-dispatch-station-mail
                        description: Somewhere
                        uri: kafka
                        parameters:
                          topic: cti.unaddressed
                          brokers: "{{kafka.brokers}}"
            """;

    @Test
    void the_route_files_are_written_as_they_should_be() {
        List<RouteFile> files = RouteFile.all(Path.of("routes"));
        assertThat(files).isNotEmpty();
        assertThat(new RouteLint(files, KEYS, CALLED_BY_JAVA.keySet()).problems()).isEmpty();
    }

    @Test
    void the_stations_said_to_be_called_from_java_are() throws IOException {
        for (Map.Entry<String, String> call : CALLED_BY_JAVA.entrySet()) {
            assertThat(Files.readString(Path.of("src/main/java/io/patchbay", call.getValue()))).contains("\"direct:" + call.getKey());
        }
    }

    @Test
    void a_file_like_these_is_fine() {
        assertThat(problems("1-in-harmony.camel.yaml", GOOD)).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            description: Harmony over HTTP        | descriptive: x               | in-harmony: has no description
            io.patchbay.door.DoorDescription      | java.lang.Object             | must have one bean of type
            description: Text to command          | descriptive: x               | in-harmony-decode: has no description
            description: What no dialect answers  | descriptive: x               | at-the-border-bug: has no description
            id: in-harmony-decode                 | descriptive: x               | a bean of in-harmony: has no id
            id: in-harmony-decode                 | id: decode                   | its id must begin with in-harmony-
            id: in-harmony-decode                 | id: in-harmony-from          | its id is taken
            id: in-harmony-dispatch-station       | id: dispatch                 | a route is named like its file
            method: decode                        | other: decode                | a bean step names ref and method
            name: dispatch                        | name: dispatsch              | direct:dispatsch is called, but nobody serves it
            name: dispatch                        | name: dispatsch              | direct:dispatch is served, but nobody calls it
            uri: direct:dispatch                  | uri: direct:dispatch # why   | has a # comment
            uri: direct:dispatch                  | uri: bean:dispatch           | use a bean step
            matchOnUriPrefix: true                | matchOnUriPrefx: true        | Unknown option
            matchOnUriPrefix: true                | matchOnUriPrefix: yess       | Invalid boolean value
            uri: platform-http                    | uri: platfrom-http           | Cannot find endpoint with scheme
            brokers:                              | pollOnError:                 | applicable in producer only mode
            {{kafka.brokers}}                     | {{kafka.broker}}             | {{kafka.broker}} is no key of gateway.properties
            {{kafka.brokers}}                     | {{kafka.brokers:localhost}}  | {{kafka.brokers:localhost}} is no key
            routeConfigurationId: at-the-border   | routeConfigurationId: border | no file has the policy border
            constant:                             | groovy:                      | has a script in groovy
            - bean:                               | - toD:                       | toD decides in YAML
            - bean:                               | - script:                    | script decides in YAML
            """)
    void a_file_with_this_changed_is_not(String right, String wrong, String problem) {
        assertThat(GOOD).contains(right);
        assertThat(problems("1-in-harmony.camel.yaml", GOOD.replaceFirst(Pattern.quote(right), wrong)))
                .anyMatch(found -> found.contains(problem));
    }

    @Test
    void a_file_without_a_place_in_the_flow_is_not() {
        assertThat(problems("harmony.camel.yaml", GOOD)).anyMatch(found -> found.contains("must be named after its place"));
        assertThat(problems("1-in-harmony.yaml", GOOD)).anyMatch(found -> found.contains("must be named after its place"));
    }

    @Test
    void a_file_without_a_route_is_not() {
        assertThat(problems("1-in-harmony.camel.yaml", "")).contains("1-in-harmony.camel.yaml: has no route");
    }

    @Test
    void an_expression_with_meaning_is_not() {
        String simple = GOOD.replace("constant:", "simple:").replace("\"true\"", "\"${body.isReady()}\"");
        assertThat(problems("1-in-harmony.camel.yaml", simple)).anyMatch(found -> found.contains("too long for YAML: ${body.isReady()}"));
    }

    private static List<String> problems(String name, String text) {
        return new RouteLint(List.of(RouteFile.of(name, text)), KEYS, Set.of()).problems();
    }
}
