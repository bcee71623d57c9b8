namespace AiOs.Kernel.Budgets;

/// <summary>Money of one day and purpose.</summary>
/// <param name="Day">The day it was set aside on.</param>
/// <param name="Of">What for, or which agent.</param>
/// <param name="Currency">Three capital letters.</param>
/// <param name="Spent">In minor units.</param>
/// <param name="Reserved">In minor units.</param>
internal readonly record struct TallyEntry(DateOnly Day, string? Of, string Currency, Int128 Spent, Int128 Reserved);
