using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Letters;
using AiOs.Agents.Drafting.Replies;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Execution.Drafters;

/// <summary>
/// Answers a proposal of times without accepting one; the operator says which suits, and then exactly that one is
/// confirmed.
/// </summary>
internal static class MeetingDrafter
{
    private const int MaxTimes = 6;

    public static ProposalDraft Draft(DraftDesk desk)
    {
        var times = MeetingTimes.Of(desk).Take(MaxTimes).ToList();
        var last = desk.Answers.Count > 0 ? desk.Answers[^1] : null;
        if (last is not null && MeetingTimes.Choose(last, times, desk) is { } chosen)
        {
            var time = TimeWords.Write(chosen.Value, desk.German);
            return Make(desk, $"Confirm {time} to {desk.SenderLabel}.", [desk.Words.ThanksFor(desk.Topic), Wording.Fill(desk.Words.Confirm,
                time)], null);
        }

        if (last is not null && MeetingTimes.IsNo(last))
        {
            return Make(desk, $"Tell {desk.SenderLabel} that none of the times suits.", [desk.Words.NoneSuits], null);
        }

        var own = desk.OwnWords;
        if (own.Length > 0 && !MeetingTimes.IsYes(last!))
        {
            return Make(desk, $"Answer {desk.SenderLabel} in your words.", [desk.Words.ThanksFor(desk.Topic), own], null);
        }

        var list = string.Concat(times.Select(time => "\n- " + TimeWords.Write(time.Value, desk.German)));
        return times.Count == 0
            ? Make(desk, $"Tell {desk.SenderLabel} that the message about a meeting arrived.", [desk.Words.TimesNone],
            "I found no day or time in it. What shall I answer?")
            : Make(desk, $"Thank {desk.SenderLabel} for the times, without accepting one.", [desk.Words.Times + list,
            desk.Words.TimesOpen], Question(times));
    }

    private static string Question(List<ExtractedField> times)
    {
        var list = string.Join("; ", times.Select((time, i) => $"{i + 1}) {TimeWords.Write(time.Value, german: false)}"));
        return times.Count == 1 ? $"Does {TimeWords.Write(times[0].Value, german: false)} suit you?" : $"Which of these suits you: {list}?";
    }

    private static ProposalDraft Make(DraftDesk desk, string summary, IEnumerable<string> paragraphs, string? question) =>
        ReplyDraft.Make(desk, summary, paragraphs, question, FieldName.Date, FieldName.Deadline);
}
