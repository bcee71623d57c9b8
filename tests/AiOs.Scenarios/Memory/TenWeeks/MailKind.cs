using AiOs.Contracts.Intake;

namespace AiOs.Scenarios.Memory.TenWeeks;

/// <summary>One kind of mail that comes again and again, never in the same words.</summary>
/// <param name="Category">What the operator takes it for.</param>
/// <param name="Senders">Who writes it.</param>
/// <param name="Subjects">Its subjects; words in braces are filled in.</param>
/// <param name="Openings">How it begins.</param>
/// <param name="Middles">What it says.</param>
/// <param name="Ends">How it ends.</param>
internal sealed record MailKind(Category Category, string[] Senders, string[] Subjects, string[] Openings, string[] Middles, string[] Ends);
