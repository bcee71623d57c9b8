namespace AiOs.Kernel.Policy.Amendments;

/// <summary>One line of the amendments.</summary>
/// <param name="Number">Counted from 1; what a later line takes it back by, and its rule is named after.</param>
/// <param name="On">The day it was made.</param>
/// <param name="Amendment">The change.</param>
/// <param name="Holds">Whether nothing took it back.</param>
internal sealed record ListedAmendment(int Number, DateOnly On, PolicyAmendment Amendment, bool Holds);
