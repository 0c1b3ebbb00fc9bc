package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code -Dreferences=<folder>} compares the list with the tables of genesys.md and CHOREOGRAPHY.md. */
class GenesysCoverageTest extends CoverageTest {
    private static final Optional<Path> REFERENCES = Optional.ofNullable(System.getProperty("references")).map(Path::of);
    private static final Map<String, List<String>> SECTIONS = Map.of("genesys.md", List.of("3.1", "3.3", "4.2", "5", "6.1", "7.3"),
            "CHOREOGRAPHY.md", List.of("C", "D1", "D3"));

    GenesysCoverageTest() {
        super(Library.genesys(), "(genesys\\.md (2|2\\.3|3\\.[1-5]|4\\.[1-6]|5|6\\.[1-3]|7\\.[2-4])|CHOREOGRAPHY (C|D1|D2|D3)) .*");
    }

    @Test
    void the_list_has_every_row_of_the_tables() throws IOException {
        assumeTrue(REFERENCES.filter(Files::isDirectory).isPresent(),
                "The list is NOT compared with the references: give their folder as the system property references.");
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, List<String>> file : SECTIONS.entrySet()) {
            List<String> lines = Files.readAllLines(REFERENCES.orElseThrow().resolve(file.getKey()));
            for (String section : file.getValue()) {
                String name = file.getKey().replace("CHOREOGRAPHY.md", "CHOREOGRAPHY") + " " + section + " ";
                List<String> listed = rows().stream().filter(row -> row.startsWith(name)).map(row -> plain(row.substring(name.length())))
                        .toList();
                table(lines, section).stream().filter(row -> listed.stream().noneMatch(each -> each.contains(plain(row))))
                        .forEach(row -> missing.add(name + row));
            }
        }
        assertThat(missing).isEmpty();
    }

    /** The first column of the tables of a section, without their heads. */
    private static List<String> table(List<String> lines, String section) {
        List<String> rows = new ArrayList<>();
        boolean within = false;
        boolean head = true;
        for (String line : lines) {
            if (line.startsWith("#")) {
                within = line.matches("#+ " + section.replace(".", "\\.") + "[. ].*");
            }
            head = !line.startsWith("|") || head && !line.startsWith("|---");
            if (within && line.startsWith("|") && !line.startsWith("|---") && !head) {
                rows.add(line.split("\\|")[1].strip());
            }
        }
        assertThat(rows).as("rows of %s", section).isNotEmpty();
        return rows;
    }

    /** Without marks, parameters and what stands in parentheses. */
    private static String plain(String row) {
        return row.replaceAll("\\{[^}]*}|\\([^)]*\\)|×\\d|[*`…]", "").replaceAll("[^\\p{L}\\d]+", " ").strip()
                .toLowerCase(Locale.ROOT);
    }
}
