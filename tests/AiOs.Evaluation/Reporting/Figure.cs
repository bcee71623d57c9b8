namespace AiOs.Evaluation.Reporting;

/// <summary>One line of the table.</summary>
/// <param name="Key">The stable key, such as <c>mime.exact</c>.</param>
/// <param name="Value">The figure.</param>
/// <param name="Goal">What it is to reach; nothing where it only stands beside a goal.</param>
/// <param name="Note">How it came about.</param>
internal sealed record Figure(string Key, double Value, Goal? Goal, string Note);
