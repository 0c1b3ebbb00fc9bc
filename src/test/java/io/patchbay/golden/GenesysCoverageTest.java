package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code -Dreferences=<folder>} compares the list with the tables of genesys.md and CHOREOGRAPHY.md. */
class GenesysCoverageTest extends CoverageTest {
    private static final Map<String, List<String>> SECTIONS = Map.of("genesys.md", List.of("3.1", "3.3", "4.2", "5", "6.1", "7.3"),
            "CHOREOGRAPHY.md", List.of("C", "D1", "D3"));

    GenesysCoverageTest() {
        super(Library.genesys(), "(genesys\\.md (2|2\\.3|3\\.[1-5]|4\\.[1-6]|5|6\\.[1-3]|7\\.[2-4])|CHOREOGRAPHY (C|D1|D2|D3)) .*");
    }

    @Test
    void the_list_has_every_row_of_the_tables() throws IOException {
        assertThat(ReferenceTables.missing(rows(), SECTIONS)).isEmpty();
    }
}
