package cn.qingcheng.subsidy.application;

import cn.qingcheng.subsidy.payee.PayeeRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** The account to be paid in place of one the bank could not pay to. */
public record CorrectPayeeRequest(@NotNull @Valid PayeeRequest payee) {}
