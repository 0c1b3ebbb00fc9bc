package io.patchbay.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Address;
import io.patchbay.model.CommandId;
import io.patchbay.model.Ids;
import io.patchbay.model.InteractionId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@link GridContacts} asked on two members at the same time. */
class GridContactsTest {
    private static final Address SALES = new Address("6001");
    private static TwoMembers grid;
    private static List<Contacts> members;

    @BeforeAll
    static void start() {
        grid = new TwoMembers();
        members = List.of(new GridContacts(grid.first.lookup(), Clock.systemUTC()),
                new GridContacts(grid.second.lookup(), Clock.systemUTC()));
    }

    @AfterAll
    static void stop() {
        grid.close();
    }

    private static InteractionId fresh() {
        return Ids.interaction(new CommandId(UUID.randomUUID().toString()));
    }

    /** Both members are asked many times before anybody looks at an answer. */
    private static Set<InteractionId> homes(Address from, Optional<InteractionId> over) throws Exception {
        List<CompletableFuture<Contacts.Thread>> asked = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            asked.add(members.get(i % 2).thread(from, SALES, fresh(), over).toCompletableFuture());
        }
        Set<InteractionId> homes = new HashSet<>();
        for (CompletableFuture<Contacts.Thread> answer : asked) {
            homes.add(answer.get(20, TimeUnit.SECONDS).home());
        }
        return homes;
    }

    @Test
    void all_who_begin_a_thread_at_the_same_time_are_told_the_same() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(homes(new Address("+1555000" + i), Optional.empty())).hasSize(1);
        }
    }

    @Test
    void a_thread_that_is_over_goes_on_in_one_other_interaction() throws Exception {
        Address pat = new Address("+15551234");
        InteractionId first = homes(pat, Optional.empty()).iterator().next();
        Set<InteractionId> next = homes(pat, Optional.of(first));
        assertThat(next).hasSize(1).doesNotContain(first);
        assertThat(homes(pat, Optional.of(first))).as("over already").isEqualTo(next);
    }

    @Test
    void threads_of_others_are_others() throws Exception {
        assertThat(homes(new Address("+15557777"), Optional.empty())).isNotEqualTo(homes(new Address("+15558888"), Optional.empty()));
    }

    @Test
    void what_nobody_began_is_not_found() throws Exception {
        assertThat(members.get(1).find(fresh()).toCompletableFuture().get(20, TimeUnit.SECONDS)).isEmpty();
    }
}
