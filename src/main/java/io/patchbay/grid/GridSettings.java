package io.patchbay.grid;

import java.util.List;

/**
 * One member.
 *
 * @param node    its name, unique in the cluster
 * @param size    how many members the cluster is meant to have; from 3 on a majority is enforced
 * @param host    the private interface to bind
 * @param port    0 takes a free one
 * @param peers   host:port of the others; empty for a member alone
 * @param patienceMillis how long a command is asked again before its outcome is UNAVAILABLE
 */
public record GridSettings(String node, String cluster, int size, String host, int port, List<String> peers, long patienceMillis) { }
