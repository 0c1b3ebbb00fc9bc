package io.patchbay.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.cluster.Cluster;
import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent;
import com.hazelcast.core.LifecycleService;
import com.hazelcast.partition.PartitionService;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BackingTest {
    private final Set<Member> two = Set.of(answering(Member.class, name -> "one"), answering(Member.class, name -> "two"));
    private final CountDownLatch frozen = new CountDownLatch(1);
    private final AtomicInteger checks = new AtomicInteger();

    @Test
    void a_member_that_does_not_answer_holds_nobody_who_asks_for_a_check() {
        try (Backing backing = new Backing(cluster(), 2)) {
            backing.check();
            await().until(() -> checks.get() == 1);
            backing.check();

            assertThat(backing.isLive()).isFalse();
            frozen.countDown();
            await().until(backing::isLive);
            assertThat(checks).hasValue(1);
        }
    }

    @Test
    void a_member_that_merges_is_complete_again_when_a_later_check_finds_its_copies() {
        HazelcastInstance cluster = cluster();
        try (Backing backing = new Backing(cluster, 2)) {
            backing.check();
            await().until(() -> checks.get() == 1);
            assertThat(backing.isComplete()).isTrue();
            backing.changed(new LifecycleEvent(LifecycleEvent.LifecycleState.MERGING));
            assertThat(backing.isComplete()).isFalse();
            frozen.countDown();
            await().until(() -> {
                backing.check();
                return checks.get() > 1;
            });
            await().until(() -> backing.isComplete() && backing.isLive());
        }
    }

    private HazelcastInstance cluster() {
        Cluster cluster = answering(Cluster.class, name -> two);
        PartitionService partitions = answering(PartitionService.class, name -> safe());
        return answering(HazelcastInstance.class, name -> switch (name) {
            case "getCluster" -> cluster;
            case "getLifecycleService" -> answering(LifecycleService.class, listener -> null);
            default -> partitions;
        });
    }

    private boolean safe() {
        checks.incrementAndGet();
        try {
            frozen.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return true;
    }

    private static <T> T answering(Class<T> type, Function<String, Object> answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) ->
                switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> answer.apply(method.getName());
                }));
    }
}
