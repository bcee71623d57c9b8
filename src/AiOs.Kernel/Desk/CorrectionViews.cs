using AiOs.Contracts.Context;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Json;
using AiOs.Kernel.Context;
using AiOs.Kernel.Preferences;

namespace AiOs.Kernel.Desk;

/// <summary>Tells corrections to people.</summary>
internal static class CorrectionViews
{
    private const int Longest = 120;

    public static CorrectionView Of(Lesson lesson)
    {
        var (kind, sentence) = lesson switch
        {
            Lesson.Sorted sorted => ("category", $"“{TopicOf(lesson)}” was taken for {NameOf(sorted.From)}; it is {NameOf(lesson.Category)}."),
            Lesson.Edited edited => ("edit", $"A draft about “{TopicOf(lesson)}” was changed: {Clip(edited.Words)}"),
            Lesson.Rejected rejected => ("rejection", $"A proposal about “{TopicOf(lesson)}” was turned down: {Clip(rejected.Reason)}"),
            Lesson.Restated restated => ("fact", $"{restated.Field} of {restated.Record} was {Clip(restated.Before.Value)} and is {Clip(restated.After.Value)}."),
            Lesson.Preferred preferred => ("preference", Capital(PreferenceWords.Clause(preferred.Wanted)) + (preferred.Said ? ", as you said." : ", since you changed drafts so.")),
            _ => ("other", "Something was put right."),
        };
        return new CorrectionView(lesson.Number, lesson.At, kind, sentence, lesson.Source);
    }

    private static string Capital(string words) => string.Concat(char.ToUpperInvariant(words[0]).ToString(), words.AsSpan(1));

    private static string TopicOf(Lesson lesson)
    {
        var end = lesson.Sample.IndexOf('\n', StringComparison.Ordinal);
        return Clip(end > 0 ? lesson.Sample[..end] : lesson.Sample.Trim());
    }

    private static string Clip(string words) => Clipped.To(words.ReplaceLineEndings(" ").Trim(), Longest);

    private static string NameOf(Category category) => KebabEnumConverter<Category>.ToText(category).Replace('-', ' ');
}
