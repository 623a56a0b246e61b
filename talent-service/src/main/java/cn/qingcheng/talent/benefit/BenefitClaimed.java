package cn.qingcheng.talent.benefit;

import java.util.UUID;

/**
 * What the register reads of {@code benefit.claimed} and {@code benefit.released} of the claiming services.
 *
 * @param reference what the claim is for in the claiming service, an application or an offer
 */
record BenefitClaimed(UUID claimId, UUID talentId, String kind, String reference) {}
