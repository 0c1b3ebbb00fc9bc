package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.testing.Markdown;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Which cells the matrix has, which of them cannot be, and that the README says so. */
class MatrixCellsTest {

    private final MatrixData data = new MatrixData();
    private final List<MatrixCell> cells = data.operations().stream().flatMap(operation -> operation.cells().stream()).toList();

    @Test
    void cells_that_cannot_be_are_in_the_table_with_their_number_and_no_others() {
        Map<String, Integer> found = new TreeMap<>();
        cells.forEach(cell -> cell.impossible().stream().map(one -> one.split(" ")[0]).distinct().forEach(role ->
            found.merge(cell.operation().name() + ", " + role + " " + cell.dialects().get(role), 1, Integer::sum)));
        Map<String, Integer> table = new TreeMap<>();
        data.notApplicable.path("rows").forEach(row -> {
            assertThat(row.path("reason").asText()).as("the reason of %s", row).isNotBlank();
            table.put(row.path("operation").asText() + ", " + row.path("role").asText() + " " + row.path("dialect").asText(),
                row.path("cells").asInt());
        });
        assertThat(table).isEqualTo(found);
    }

    @Test
    void the_numbers_are_those_of_the_table() {
        long played = cells.stream().filter(cell -> cell.impossible().isEmpty()).count();
        assertThat(List.of(cells.size(), (int) played, cells.size() - (int) played)).containsExactly(
            data.notApplicable.path("cells").asInt(), data.notApplicable.path("played").asInt(),
            data.notApplicable.path("notApplicable").asInt());
    }

    @Test
    void any_two_roles_of_an_operation_meet_in_every_pair_of_dialects() {
        int pairs = MatrixDialect.ALL.size() * MatrixDialect.ALL.size();
        data.operations().forEach(operation -> operation.roles().forEach(one -> operation.roles().stream()
            .filter(other -> !other.equals(one)).forEach(other -> assertThat(operation.cells().stream()
                .map(cell -> List.of(cell.dialects().get(one), cell.dialects().get(other))).distinct()).hasSize(pairs))));
    }

    @Test
    void any_three_dialects_meet_in_every_order() {
        int orders = MatrixDialect.ALL.size() * (MatrixDialect.ALL.size() - 1) * (MatrixDialect.ALL.size() - 2);
        data.operations().stream().filter(operation -> operation.roles().size() == 3).forEach(operation ->
            assertThat(operation.cells().stream().map(cell -> List.copyOf(cell.dialects().values()))
                .filter(order -> Set.copyOf(order).size() == 3)).as(operation.name()).hasSize(orders));
    }

    @Test
    void every_cell_can_be_written_out() {
        Library library = Library.matrix();
        assertThat(cells.stream().filter(cell -> cell.impossible().isEmpty()).map(cell -> cell.transcript(library).name()))
            .doesNotHaveDuplicates();
    }

    @Test
    void what_is_written_is_used() {
        Set<String> done = new LinkedHashSet<>();
        Set<String> parts = new LinkedHashSet<>(List.of("leftOut"));
        data.operations().forEach(operation -> {
            operation.steps().stream().filter(step -> step.has("by")).forEach(step -> done.add(step.get("does").asText()));
            parts.addAll(operation.parts());
        });
        assertThat(names(data.requests)).isSubsetOf(done);
        assertThat(names(data.events)).isSubsetOf(parts);
    }

    @Test
    void the_readme_says_who_can_do_what() {
        List<List<String>> wanted = new ArrayList<>();
        names(data.requests).forEach(request -> {
            List<String> row = new ArrayList<>(List.of(request.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT)));
            MatrixDialect.ALL.forEach(dialect -> row.add(words(data.requests.path(request).path(dialect.name()))));
            wanted.add(row);
        });
        wanted.removeIf(row -> row.get(0).equals("transfer too early"));
        List<List<String>> rows = Markdown.read(Path.of("README.md")).part("Who can do what").text().lines()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| an agent"))
            .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| "))).toList();
        assertThat(rows).containsExactlyElementsOf(wanted);
    }

    /** The vendor's names, as the README writes them. */
    private static String words(JsonNode request) {
        if (request.isMissingNode()) {
            return "–";
        }
        if (request.isArray()) {
            return StreamSupport.stream(request.spliterator(), false).map(MatrixCellsTest::words).collect(Collectors.joining(", "));
        }
        return "`" + Stream.of("/body/operationName", "/body/Dialog/requestedAction", "/send/command", "/send/subtopic")
            .map(request::at).filter(JsonNode::isTextual).findFirst().orElseThrow().asText() + "`";
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new LinkedHashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
