package io.patchbay.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.model.Agent;
import io.patchbay.model.InteractionId;
import io.patchbay.model.Subject;
import io.patchbay.testing.Broker;
import io.patchbay.testing.Desktop;
import io.patchbay.testing.GatewayPair;
import io.patchbay.testing.GatewayProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways as processes: what was answered stays, what was told is published, whichever of them dies (DESIGN 10). */
class ClusterIT {
    /** The writers ask faster than any desktop. */
    private static final Map<String, String> UNHINDERED =
            Map.of("harmony.requests.burst", "1000000", "harmony.requests.rate", "1000000");
    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension
    static final Broker broker = new Broker();

    @TempDir
    Path directory;

    @Test
    void a_killed_gateway_takes_nothing_with_it_that_was_answered_or_told() {
        try (GatewayPair pair = GatewayPair.started(directory, UNHINDERED)) {
            Map<GatewayProcess, Desktop> desktops = Map.of(pair.first(), Desktop.of(pair.first().http(), "ana", "5001"),
                    pair.second(), Desktop.of(pair.second().http(), "ben", "5002"));
            desktops.get(pair.first()).dial("5002");
            Map<GatewayProcess, Desktop.Contact> contacts = Map.of(pair.second(), desktops.get(pair.second()).answer(),
                    pair.first(), desktops.get(pair.first()).talking(desktops.get(pair.first()).contact()));
            Subject call = subject(contacts.get(pair.first()));
            GatewayProcess victim = pair.ownerOf(call);
            GatewayProcess survivor = pair.other(victim);
            Desktop lost = desktops.get(victim);
            Desktop left = desktops.get(survivor);

            Writer theirs = new Writer(lost, contacts.get(victim), "lost");
            Writer ours = new Writer(left, contacts.get(survivor), "left");
            ours.writes(40);
            theirs.writes(40);
            victim.kill();
            ours.writes(40);
            ours.close();
            theirs.close();

            assertThat(ours.failed()).isEmpty();
            assertThat(ours.unanswered()).isEmpty();
            assertThat(left.isClosed()).isFalse();
            List<String> answered = new ArrayList<>(ours.succeeded());
            answered.addAll(theirs.succeeded());
            Ledger ledger = Ledger.holding(List.of(left, lost), call, answered);
            assertThat(ledger.values(call)).doesNotHaveDuplicates();
            assertThat(ledger.interaction(call).data().values()).contains(ours.succeeded().get(ours.succeeded().size() - 1));
            losesItsBinding(lost);
            Desktop back = lost.backAt(survivor.http());
            back.success("conversation.request.hold", contacts.get(victim).conversation(), "{}");
            back.told("state.updated", e -> e.path("target").asText().equals(contacts.get(victim).conversation())
                    && e.path("data").toString().contains("{\"name\":\"conversation.retrieve\",\"type\":\"enable\"}"));
            left.success("conversation.request.release", contacts.get(survivor).conversation(), "{}");
        }
    }

    @Test
    void nothing_is_told_before_the_backup_has_it() {
        try (GatewayPair pair = GatewayPair.started(directory, UNHINDERED)) {
            GatewayProcess owner = pair.first();
            GatewayProcess backup = pair.second();
            List<Desktop> desktops = List.of(Desktop.of(owner.http(), "ana", "5001"), Desktop.of(owner.http(), "ben", "5002"),
                    Desktop.of(owner.http(), "dan", "5069"));
            List<Desktop.Contact> calls = desktops.stream().map(d -> callOwnedBy(owner, pair, d)).toList();
            Ledger before = Ledger.holding(desktops, subject(calls.get(0)), List.of());

            backup.freeze();
            List<CompletableFuture<?>> replies = new ArrayList<>();
            List<Integer> told = desktops.stream().map(d -> d.events().size()).toList();
            for (int i = 0; i < desktops.size(); i++) {
                replies.add(desktops.get(i).set(calls.get(i), "unsafe", "v" + i));
            }
            await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(4)).untilAsserted(() -> {
                assertThat(replies).noneMatch(CompletableFuture::isDone);
                assertThat(desktops.stream().map(d -> d.events().size())).isEqualTo(told);
            });
            Ledger during = Ledger.read();
            owner.kill();
            backup.thaw();

            calls.forEach(c -> assertThat(during.at(subject(c)).number()).isEqualTo(before.at(subject(c)).number()));
            Desktop.of(backup.http(), "caro", "5003").ready();
            Ledger.holding(desktops, subject(calls.get(0)), List.of());
        }
    }

    @Test
    void members_come_and_go_while_calls_go_on() {
        try (GatewayPair pair = new GatewayPair(directory, UNHINDERED)) {
            Desktop ana = Desktop.of(pair.startFirst().http(), "ana", "5001");
            Desktop.Contact early = callsOut(ana);
            Writer first = new Writer(ana, early, "first");
            first.writes(40);
            Desktop ben = Desktop.of(pair.startSecond().http(), "ben", "5002");
            Desktop.Contact late = callsOut(ben);
            Writer second = new Writer(ben, late, "second");
            first.writes(40);
            second.writes(40);

            assertThat(pair.first().stop()).isEqualTo(143);
            second.writes(40);
            first.close();
            second.close();

            assertThat(first.failed()).isEmpty();
            assertThat(second.failed()).isEmpty();
            assertThat(second.unanswered()).isEmpty();
            assertThat(Ledger.holding(List.of(ana, ben), subject(early), first.succeeded()).values(subject(early)))
                    .doesNotHaveDuplicates();
            Ledger ledger = Ledger.holding(List.of(ben), subject(late), second.succeeded());
            assertThat(ledger.values(subject(late))).doesNotHaveDuplicates();
            losesItsBinding(ana);
            assertThat(pair.first().errors()).isEmpty();
        }
    }

    private static Desktop.Contact callOwnedBy(GatewayProcess owner, GatewayPair pair, Desktop desktop) {
        Desktop.Contact call = callsOut(desktop);
        while (pair.ownerOf(subject(call)) != owner) {
            desktop.success("conversation.request.release", call.conversation(), "{}");
            call = callsOut(desktop);
        }
        return call;
    }

    private static void losesItsBinding(Desktop desktop) {
        await().atMost(SOON.multipliedBy(3)).untilAsserted(() -> assertThat(Ledger.read().agent(desktop.agent()).session().stream()
                .flatMap(s -> s.bindings().stream())).isNotEmpty().allMatch(Agent.Binding::lost));
    }

    private static Desktop.Contact callsOut(Desktop desktop) {
        desktop.dial("+15550199");
        return desktop.talking(desktop.contact());
    }

    private static Subject subject(Desktop.Contact contact) {
        return Subject.of(new InteractionId(contact.id()));
    }
}
