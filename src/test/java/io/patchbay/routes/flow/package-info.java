/**
 * The steps of each route file, in Camel alone: which bean and which station an exchange reaches in which order, and which policy is
 * taken when a step fails. The files are those of {@code routes}; the beans of their steps are replaced by ones that note their calls.
 */
package io.patchbay.routes.flow;
