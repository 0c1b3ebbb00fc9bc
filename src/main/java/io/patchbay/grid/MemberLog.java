package io.patchbay.grid;

import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipEvent;
import java.util.Collection;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lines for members that join and leave. */
final class MemberLog {
    private static final Logger LOG = LoggerFactory.getLogger(MemberLog.class);

    private MemberLog() { }

    /** This member has joined those that are there. */
    static void started(Member self, Collection<Member> all) {
        LOG.atInfo().addKeyValue("member", name(self)).addKeyValue("members", names(all)).log("joined the cluster");
    }

    static void joined(MembershipEvent event) {
        LOG.atInfo().addKeyValue("member", name(event.getMember())).addKeyValue("members", names(event.getMembers())).log("member joined");
    }

    static void left(MembershipEvent event) {
        LOG.atInfo().addKeyValue("member", name(event.getMember())).addKeyValue("members", names(event.getMembers())).log("member left");
    }

    private static String name(Member member) {
        return member.getAttribute(HazelcastConfig.NODE);
    }

    private static String names(Collection<Member> all) {
        return all.stream().map(MemberLog::name).sorted().collect(Collectors.joining(","));
    }
}
