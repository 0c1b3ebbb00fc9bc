package io.patchbay.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.routes.RouteFile.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every step of every route file ran in some unit test. Camel's own report does not see routes in YAML. Runs after those tests, so it is
 * an integration test: {@code mvn -B verify}.
 */
class RouteCoverageIT {
    private static final Path ROUTES = Path.of("routes");
    /** These frame steps and do nothing that could be noted. */
    private static final Set<String> FRAMES = Set.of("route", "routeConfiguration", "from", "onException");

    @Test
    void every_step_of_every_route_file_ran_in_some_test() throws IOException {
        List<String> run = new ArrayList<>();
        for (Path noted : noted()) {
            run.addAll(Files.readAllLines(noted));
        }
        assertThat(notRun(RouteFile.all(ROUTES), run)).as("steps that no unit test runs").isEmpty();
    }

    @Test
    void what_was_noted_is_younger_than_the_routes() throws IOException {
        for (Path noted : noted()) {
            try (Stream<Path> files = Files.list(ROUTES)) {
                assertThat(files).allSatisfy(file -> assertThat(Files.getLastModifiedTime(noted)).as("run the unit tests again")
                        .isGreaterThan(Files.getLastModifiedTime(file)));
            }
        }
    }

    @Test
    void a_step_that_no_test_runs_is_named() throws IOException {
        String text = Files.readString(ROUTES.resolve("2-dispatch.camel.yaml"));
        assertThat(notRun(List.of(RouteFile.of("2-dispatch.camel.yaml", text)), List.of("dispatch-other")))
                .containsExactly("2-dispatch.camel.yaml: dispatch-gateway", "2-dispatch.camel.yaml: dispatch-log");
    }

    private static List<Path> noted() throws IOException {
        assertThat(StepsRun.FOLDER).as("what the unit tests of this build note").isNotEmptyDirectory();
        try (Stream<Path> files = Files.list(StepsRun.FOLDER)) {
            return files.toList();
        }
    }

    private static List<String> notRun(List<RouteFile> files, List<String> run) {
        return files.stream().flatMap(file -> file.nodes().stream()).filter(node -> !FRAMES.contains(node.kind()))
                .filter(node -> !run.contains(node.text("id"))).map(Node::where).toList();
    }
}
