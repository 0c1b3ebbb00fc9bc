package io.patchbay.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PartitionMapTest {
    private static final TopicPartition AGENTS_0 = new TopicPartition("cti.agents", 0);
    private static final TopicPartition AGENTS_1 = new TopicPartition("cti.agents", 1);
    private static final TopicPartition INTERACTIONS_0 = new TopicPartition("cti.interactions", 0);
    private static final TopicPartition INTERACTIONS_1 = new TopicPartition("cti.interactions", 1);

    private final PartitionMap before = PartitionMap.of(7, List.of(INTERACTIONS_0, AGENTS_0));
    private final PartitionMap grown = before.with(List.of(AGENTS_1, AGENTS_0, INTERACTIONS_1, INTERACTIONS_0));

    @Test
    void added_partitions_change_no_place() {
        assertThat(before.partitions()).containsExactly(AGENTS_0, INTERACTIONS_0);
        assertThat(grown.partitions()).containsExactly(AGENTS_0, INTERACTIONS_0, AGENTS_1, INTERACTIONS_1);
    }

    @Test
    void a_cursor_stands_for_the_same_places_on_a_member_that_started_later() {
        PartitionMap later = PartitionMap.of(7, grown.partitions());
        assertThat(later.partitions()).containsExactly(AGENTS_0, AGENTS_1, INTERACTIONS_0, INTERACTIONS_1);
        Cursor cursor = grown.cursor(new long[] {1, 2, 3, 4});
        assertThat(later.offsets(cursor)).containsExactly(1, 3, 2, 4);
        assertThat(grown.offsets(later.cursor(new long[] {1, 3, 2, 4}))).containsExactly(1, 2, 3, 4);
    }

    @Test
    void a_cursor_reads_partitions_that_it_does_not_know_from_their_start() {
        Cursor old = before.cursor(new long[] {8, 9});
        assertThat(grown.has(old)).isTrue();
        assertThat(grown.offsets(old)).containsExactly(8, 9, 0, 0);
    }

    @Test
    void a_map_that_is_behind_does_not_have_the_cursor_and_neither_have_other_topics() {
        Cursor cursor = grown.cursor(new long[] {1, 2, 3, 4});
        assertThat(before.has(cursor)).isFalse();
        assertThat(PartitionMap.of(8, grown.partitions()).has(cursor)).isFalse();
    }
}
