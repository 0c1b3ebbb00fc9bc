package io.patchbay.grid;

import com.hazelcast.config.AdvancedNetworkConfig;
import com.hazelcast.config.Config;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MergePolicyConfig;
import com.hazelcast.config.ServerSocketEndpointConfig;
import com.hazelcast.config.SplitBrainProtectionConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.instance.ProtocolType;
import com.hazelcast.spi.merge.PutIfAbsentMergePolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;

/** The configuration of the embedded Hazelcast member. Each line keeps a promise of DESIGN 4 or avoids a measured problem. */
final class HazelcastConfig {
    static final String CELLS = "cells";
    static final String META = "meta";
    static final String HOMES = "homes";
    static final String SESSION_TOKENS = "sessionTokens";
    static final String NAMED_REQUESTS = "namedRequests";
    static final String NODE = "node";
    /** How long a repeat of a named request gets the reply of the first one. */
    static final int NAMED_SECONDS = 600;
    /** A thread of messages without a message for a month is forgotten. */
    private static final int FORGOTTEN_SECONDS = 30 * 24 * 3600;
    private static final String MAJORITY = "majority";

    private HazelcastConfig() { }

    /**
     * Starts a member and joins the cluster.
     *
     * @throws GridUnavailable if its address or port cannot be used
     */
    static HazelcastInstance member(GridSettings settings, Host host) {
        try {
            return Hazelcast.newHazelcastInstance(of(settings, host));
        } catch (RuntimeException e) {
            if (!isOwn(settings.host())) {
                throw new GridUnavailable("cluster.host", "must be an address of an interface of this machine, or a name of one", e);
            }
            throw e instanceof HazelcastException || e instanceof IllegalStateException
                    ? new GridUnavailable("cluster.port", "cannot be used with cluster.host " + settings.host()
                    + ": the grid member did not start: " + e.getMessage(), e) : e;
        }
    }

    private static boolean isOwn(String host) {
        try {
            return NetworkInterface.getByInetAddress(InetAddress.getByName(host)) != null;
        } catch (IOException e) {
            return false;
        }
    }

    static Config of(GridSettings settings, Host host) {
        Config config = new Config().setClusterName(settings.cluster());
        config.setProperty("hazelcast.logging.type", "slf4j");
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.shutdownhook.enabled", "false");
        config.setProperty("hazelcast.operation.fail.on.indeterminate.state", "true");
        config.setProperty("hazelcast.operation.backup.timeout.millis", "1000");
        config.setProperty("hazelcast.operation.call.timeout.millis", "5000");
        config.setProperty("hazelcast.heartbeat.interval.seconds", "1");
        config.setProperty("hazelcast.max.no.heartbeat.seconds", "5");
        config.setProperty("hazelcast.connection.monitor.interval", "50");
        config.setProperty("hazelcast.connection.monitor.max.faults", "1");
        config.setProperty("hazelcast.wait.seconds.before.join", "0");
        config.setProperty("hazelcast.graceful.shutdown.max.wait", "30");
        config.setProperty("hazelcast.socket.bind.any", "false");
        config.setProperty("hazelcast.prefer.ipv4.stack", String.valueOf(address(settings.host()).indexOf(':') < 0));
        config.getUserContext().put(Host.KEY, host);
        config.getMemberAttributeConfig().setAttribute(NODE, settings.node());
        config.getJetConfig().setEnabled(false);
        GridSerialization.register(config.getSerializationConfig());
        config.getSerializationConfig().setJavaSerializationFilterConfig(filter());
        network(config.getAdvancedNetworkConfig(), settings);
        config.getExecutorConfig(PeerChannel.EXECUTOR).setPoolSize(2).setStatisticsEnabled(false);
        config.addMapConfig(map(CELLS, settings)).addMapConfig(map(META, settings))
                .addMapConfig(map(SESSION_TOKENS, settings))
                .addMapConfig(map(NAMED_REQUESTS, settings).setTimeToLiveSeconds(NAMED_SECONDS))
                .addMapConfig(map(HOMES, settings).setMaxIdleSeconds(FORGOTTEN_SECONDS));
        if (settings.size() >= 3) {
            config.addSplitBrainProtectionConfig(new SplitBrainProtectionConfig(MAJORITY, true, majority(settings.size())));
        }
        return config;
    }

    /** @param size the intended number of members */
    static int majority(int size) {
        return size / 2 + 1;
    }

    private static MapConfig map(String name, GridSettings settings) {
        MapConfig map = new MapConfig(name).setInMemoryFormat(InMemoryFormat.OBJECT).setBackupCount(1).setReadBackupData(false)
                .setStatisticsEnabled(false)
                .setMergePolicyConfig(new MergePolicyConfig(PutIfAbsentMergePolicy.class.getName(), 100));
        return settings.size() >= 3 ? map.setSplitBrainProtectionName(MAJORITY) : map;
    }

    /** None of our classes use Java serialization, so only classes of Hazelcast may. */
    private static JavaSerializationFilterConfig filter() {
        JavaSerializationFilterConfig filter = new JavaSerializationFilterConfig();
        filter.setDefaultsDisabled(true);
        filter.getWhitelist().addPrefixes("java.", "com.hazelcast.", "[");
        return filter;
    }

    /** Hazelcast compares interfaces by address. A name may be that of a container, whose address is not known before. */
    private static String address(String host) {
        try {
            return InetAddress.getByName(host).getHostAddress();
        } catch (UnknownHostException e) {
            return host;
        }
    }

    /** With an endpoint for members only, the port refuses Hazelcast clients, which could read and change every cell. */
    private static void network(AdvancedNetworkConfig network, GridSettings settings) {
        ServerSocketEndpointConfig members = new ServerSocketEndpointConfig().setProtocolType(ProtocolType.MEMBER)
                .setPort(settings.port()).setPortAutoIncrement(false).setReuseAddress(true);
        members.getInterfaces().setEnabled(true).addInterface(address(settings.host()));
        network.setEnabled(true).setMemberEndpointConfig(members);
        JoinConfig join = network.getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(!settings.peers().isEmpty()).setMembers(settings.peers()).setConnectionTimeoutSeconds(2);
    }
}
