/**
 * The sample city: generates it as files a person can read, and sends those files through the public API.
 *
 * <p>Everything comes from one seed, so two runs write the same bytes. No real person is in it: every ID number carries a
 * county code that was never assigned (150190), every phone number a prefix no operator has (100), every mail address the
 * reserved domain {@code example.com} (RFC 2606).
 */
@NullMarked
package cn.qingcheng.samplecity;

import org.jspecify.annotations.NullMarked;
