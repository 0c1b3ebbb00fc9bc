package io.patchbay.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectoryTest {
    private static final QueueEntry SALES = queue("sales", "6001");

    private static QueueEntry queue(String name, String number) {
        QueueName queue = new QueueName(name);
        return new QueueEntry(queue, QueueEntry.queueIdOf(queue), new Address(number), name, false);
    }

    private static AgentEntry user(String name, String... extensions) {
        AgentId id = new AgentId(name);
        List<Address> addresses = List.of(extensions).stream().map(Address::new).toList();
        return new AgentEntry(id, AgentEntry.userIdOf(id), name, AgentEntry.Role.AGENT, addresses, List.of(), List.of(), List.of());
    }

    private static Directory directory(AgentEntry... users) {
        return new Directory(List.of(users), List.of(SALES), new CodeLists(List.of(), List.of(), List.of()),
                new FarEnds(List.of(), new FarEnd(FarEnd.Kind.BUSY, Duration.ZERO)));
    }

    @Test
    void two_cannot_share_a_name_or_an_extension() {
        assertThatIllegalArgumentException().isThrownBy(() -> directory(user("ana"), user("ana"))).withMessageContaining("ana");
        assertThatIllegalArgumentException().isThrownBy(() -> directory(user("ana", "5001"), user("ben", "5001")))
                .withMessageContaining("5001");
    }

    @Test
    void a_user_is_found_by_name_or_id_and_by_each_extension() {
        Directory directory = directory(user("ana", "5001", "5011"), user("ben"));
        AgentEntry ana = directory.agent(new AgentId("ana")).orElseThrow();
        assertThat(directory.user("ana")).contains(ana);
        assertThat(directory.user(ana.userId())).contains(ana);
        assertThat(directory.resolve("5011")).contains(new Destination.Extension(ana.id(), new Address("5011")));
        assertThat(directory.user("5001")).isEmpty();
    }

    @Test
    void a_queue_is_found_by_name_number_or_id_and_says_whether_its_contacts_end_in_wrap_up() {
        Directory directory = directory();
        assertThat(directory.queue("sales")).contains(SALES);
        assertThat(directory.queue("6001")).contains(SALES);
        assertThat(directory.queue(SALES.queueId())).contains(SALES);
        assertThat(directory.resolve("sales")).contains(new Destination.ToQueue(SALES.name(), SALES.number(), false));
    }
}
