package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code -Dreferences=<folder>} compares the list with the tables of acqueon.md and CHOREOGRAPHY.md. */
class AcqueonCoverageTest extends CoverageTest {

    AcqueonCoverageTest() {
        super(Library.acqueon(), "(acqueon\\.md (1\\.3|1\\.3\\.1|App / Agent|Inbound|Outbound|1\\.5|1\\.6)|CHOREOGRAPHY E) .*");
    }

    @Test
    void the_list_has_every_row_of_the_tables() throws IOException {
        assertThat(ReferenceTables.missing(rows(), Map.of("acqueon.md", List.of("1.3", "App / Agent", "Inbound",
                "Outbound", "1.5", "1.6"), "CHOREOGRAPHY.md", List.of("E")))).isEmpty();
    }
}
