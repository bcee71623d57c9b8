using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;

namespace AiOs.Kernel.Tests.Approvals;

/// <summary>A tap and what whoever tapped was told.</summary>
internal sealed record Tapped(OperatorDecision Decision, DecisionOutcome Outcome);
