package cn.qingcheng.subsidy.application;

import cn.qingcheng.subsidy.payee.PayeeRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** What the applicant may edit. */
public record EditApplicationRequest(@NotNull @Valid PayeeRequest payee) {}
