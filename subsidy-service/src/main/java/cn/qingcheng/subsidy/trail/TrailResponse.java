package cn.qingcheng.subsidy.trail;

import cn.qingcheng.subsidy.disbursement.PaymentResponse;
import java.util.List;

/** A payment and every step that led to it, oldest first, from appropriation to the bank's answer. */
public record TrailResponse(PaymentResponse payment, List<TrailStep> steps) {}
