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
import java.util.regex.Pattern;

/** The tables of the references, where {@code -Dreferences=<folder>} says where they are. */
final class ReferenceTables {

    private static final Optional<Path> REFERENCES = Optional.ofNullable(System.getProperty("references")).map(Path::of);

    private ReferenceTables() { }

    /**
     * The rows that a list of rows lacks. The test is aborted where there are no references.
     *
     * @param listed   names of rows: file without .md for choreographies, section, first column
     * @param sections of each file
     */
    static List<String> missing(List<String> listed, Map<String, List<String>> sections) throws IOException {
        assumeTrue(REFERENCES.filter(Files::isDirectory).isPresent(),
                "The list is NOT compared with the references: give their folder as the system property references.");
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, List<String>> file : sections.entrySet()) {
            List<String> lines = Files.readAllLines(REFERENCES.orElseThrow().resolve(file.getKey()));
            for (String section : file.getValue()) {
                String name = file.getKey().replace("CHOREOGRAPHY.md", "CHOREOGRAPHY") + " " + section + " ";
                List<String> own = listed.stream().filter(row -> row.startsWith(name)).map(row -> plain(row.substring(name.length())))
                        .toList();
                table(lines, section).stream().filter(row -> own.stream().noneMatch(each -> each.contains(plain(row))))
                        .forEach(row -> missing.add(name + row));
            }
        }
        return missing;
    }

    /** The first column of the tables of a section, without their heads. */
    private static List<String> table(List<String> lines, String section) {
        List<String> rows = new ArrayList<>();
        boolean within = false;
        boolean head = true;
        for (String line : lines) {
            if (line.startsWith("#")) {
                within = line.matches("#+ " + Pattern.quote(section) + "([. ].*)?");
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
