package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.config.BadConfig;
import io.patchbay.config.Configuration;
import io.patchbay.config.Problem;
import io.patchbay.testing.RouteCopies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes of route files are told with all others, before anything starts. */
class RouteCheckTest {
    private static final String HARMONY = "1-in-harmony.camel.yaml";
    @TempDir
    Path routes;

    @BeforeEach
    void copy() {
        RouteCopies.into(routes);
    }

    @Test
    void the_route_files_of_the_gateway_have_none() {
        assertThat(RouteCheck.problems(Configuration.load(Path.of("config/gateway.properties"), Map.of(), new Properties()).gateway()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            steps:                       | stepss:                      | is refused by Camel
            - bean:                      | - baen:                      | is refused by Camel
            - route:                     | - route: {                   | is not valid YAML
            method: decode               | method: decoode              | has none of that name (did you mean decode?)
            name: dispatch               | name: dispatsch              | no route file serves it (did you mean dispatch?)
            {{harmony.session.grace}}    | {{harmony.sesion.grace}} | not a key of the gateway (did you mean harmony.session.grace?)
            harmony.HarmonyDoor          | harmony.HarmonyDor           | harmony.HarmonyDor, which does not exist
            name: harmonyRateLimit       | name: harmony                | declares a bean harmony, and
            duration from 0s to 1d       | duration from 0s             | harmony.session.grace must have a type
            name: harmony.session.grace  | name: http.port              | http.port is declared twice
            of a session and its end.    | of a session and its end     | must have a sentence as its meaning
            """)
    void a_mistake_is_told_with_its_file(String right, String wrong, String told) throws IOException {
        change(HARMONY, right, wrong);
        assertThat(problems(new Properties())).anySatisfy(problem -> assertThat(problem).contains(HARMONY, told));
    }

    @Test
    void mistakes_of_several_files_and_keys_are_told_together() throws IOException {
        change(HARMONY, "method: decode", "method: decoode");
        change("1-in-events.camel.yaml", "method: serve", "method: server");
        Properties options = new Properties();
        options.setProperty("http.port", "99999");
        options.setProperty("harmony.session.grace", "soon");
        assertThat(problems(options)).hasSize(4).anyMatch(problem -> problem.contains("decoode"))
                .anyMatch(problem -> problem.contains("server")).anyMatch(problem -> problem.startsWith("-Dhttp.port"))
                .anyMatch(problem -> problem.startsWith("-Dharmony.session.grace: harmony.session.grace is \"soon\""));
    }

    private void change(String file, String right, String wrong) throws IOException {
        String text = Files.readString(routes.resolve(file));
        assertThat(text).contains(right);
        Files.writeString(routes.resolve(file), text.replaceFirst(Pattern.quote(right),
                Matcher.quoteReplacement(wrong)));
    }

    private List<String> problems(Properties options) {
        options.setProperty("routes.directory", routes.toString());
        BadConfig bad = Assertions.catchThrowableOfType(BadConfig.class, () -> Configuration.load(Path.of("config/gateway.properties"),
                Map.of(), options, RouteCheck::problems));
        assertThat(bad).as("the configuration is refused").isNotNull();
        return bad.problems().stream().map(Problem::toString).toList();
    }
}
