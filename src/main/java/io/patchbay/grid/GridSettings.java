package io.patchbay.grid;

import java.util.List;

/**
 * The settings of one member.
 *
 * @param node its name, unique in the cluster
 * @param size the intended number of members; from 3 on a majority is required
 * @param host the private interface to bind
 * @param port 0 takes a free port
 * @param peers host:port of the others; empty for a member alone
 * @param patienceMillis time of repeating a command before its outcome is UNAVAILABLE
 */
public record GridSettings(String node, String cluster, int size, String host, int port, List<String> peers, long patienceMillis) { }
