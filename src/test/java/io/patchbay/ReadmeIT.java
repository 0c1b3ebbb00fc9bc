package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.testing.GatewayProcess;
import io.patchbay.testing.Markdown;
import io.patchbay.testing.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what README.md tells a newcomer to do, in a fresh copy of the project, and sees what it says one will see. */
class ReadmeIT {
    private static final List<String> SOURCES = List.of("pom.xml", ".mvn", "src", "config", "routes");
    /** This build has looked at the style of these sources already. */
    private static final String NO_STYLE = "-Dcheckstyle.skip";
    /** No JVM here lives so long that its second compiler pays. */
    private static final String ONE_COMPILER = "-XX:TieredStopAtLevel=1";
    private final Markdown readme = Markdown.read(Path.of("README.md"));
    private final String http = GatewayProcess.freePort();
    private final String kafka = GatewayProcess.freePort();
    private final String tcp = GatewayProcess.freePort();

    @TempDir
    Path project;

    @Test
    void a_newcomer_sees_a_call() throws IOException {
        copySources();
        Map<String, String> ports = Map.of("HTTP_PORT", http, "HARMONY_TCP_PORT", tcp, "KAFKA_EMBEDDED_PORT", kafka,
                "CLUSTER_PORT", GatewayProcess.freePort(), "MAVEN_OPTS", NO_STYLE, "JDK_JAVA_OPTIONS", ONE_COMPILER);
        List<String> see = readme.section("See a call").blocks("sh");
        List<String> shown = readme.section("See a call").blocks("text");
        try (Shell gateway = Shell.run(project, readme.section("Run it").blocks("sh").get(0), ports)) {
            gateway.await("Patchbay is ready.", Duration.ofMinutes(5));
            gateway.await("Try: ", Duration.ofSeconds(10));
            seen(readme.section("Run it").blocks("text").get(0), gateway);
            try (Shell agent = Shell.run(project, here(see.get(0)), ports)) {
                agent.await("\"agentstate\":\"READY\"", Duration.ofSeconds(60));
                try (Shell customer = Shell.run(project, here(see.get(1)), ports)) {
                    assertThat(customer.exitCode()).isZero();
                    seen(readme.section("See a call").blocks("json").get(0), customer);
                }
                agent.await("\"agentstate\":\"BUSY\"", Duration.ofSeconds(60));
                seen(shown.get(0), agent);
            }
            try (Shell again = Shell.run(project, here(see.get(0)), ports)) {
                again.await("\"command\":\"channel.request.ready\",\"target\"", Duration.ofSeconds(60));
                again.await("\"result\":\"success\",\"data\":{}}", Duration.ofSeconds(60));
                assertThat(again.output()).as("it goes on with the call of before").contains("\"state\":\"TALKING\"")
                        .doesNotContain("\"result\":\"failure\"");
            }
            for (String dialect : List.of("Genesys Web Services", "Acqueon", "Cisco Finesse")) {
                Markdown part = readme.part(dialect);
                try (Shell desktop = Shell.run(project, here(String.join("", part.blocks("sh"))), ports)) {
                    assertThat(desktop.exitCode()).isZero();
                    part.blocks("text").forEach(shownThere -> seen(shownThere, desktop));
                }
            }
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                try (Shell reader = Shell.run(project, here(see.get(2)), ports)) {
                    assertThat(reader.exitCode()).isZero();
                    seen(shown.get(1), reader);
                }
            });
        }
    }

    private void copySources() throws IOException {
        for (String source : SOURCES) {
            try (Stream<Path> files = Files.walk(Path.of(source))) {
                for (Path file : files.toList()) {
                    Files.copy(file, project.resolve(file.toString()));
                }
            }
        }
    }

    private String here(String command) {
        return command.replace("localhost:8080", "localhost:" + http).replace("localhost:7070", "localhost:" + tcp)
                .replace("localhost:9092", "localhost:" + kafka);
    }

    /** Every line of the page was printed, in this order; ids may be others, and an ellipsis stands for anything. */
    private void seen(String page, Shell shell) {
        List<String> printed = shell.output().lines().toList();
        Iterator<String> rest = printed.iterator();
        for (String line : here(page).replace("127.0.0.1:9092", "127.0.0.1:" + kafka).lines().toList()) {
            Pattern pattern = Pattern.compile(Stream.of(line.split("…", -1)).map(ReadmeIT::pattern).collect(Collectors.joining(".*")));
            boolean found = false;
            while (!found && rest.hasNext()) {
                found = pattern.matcher(rest.next()).matches();
            }
            assertThat(found).as("README says that this is printed:%n%s%nbut it was:%n%s", line, shell.output()).isTrue();
        }
    }

    private static String pattern(String part) {
        return Pattern.compile("\\b([0-9a-f]{16}|[0-9A-F]{32}|[0-9A-Z]{16})\\b").splitAsStream(part + "\n")
                .map(text -> Pattern.quote(text.replace("\n", ""))).collect(Collectors.joining("\\w+"));
    }
}
