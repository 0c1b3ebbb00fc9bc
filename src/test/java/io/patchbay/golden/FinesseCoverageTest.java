package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code -Dreferences=<folder>} compares the list with the tables of acqueon.md and CHOREOGRAPHY.md. */
class FinesseCoverageTest extends CoverageTest {
    FinesseCoverageTest() {
        super(Library.finesse(), "(acqueon\\.md (2\\.3|2\\.6)|CHOREOGRAPHY E) .*");
    }

    @Test
    void the_list_has_every_row_of_the_tables() throws IOException {
        assertThat(ReferenceTables.missing(rows(), Map.of("acqueon.md", List.of("2.3"), "CHOREOGRAPHY.md", List.of("E")))).isEmpty();
    }
}
