using AiOs.Agents.Drafting;
using AiOs.Agents.Intake;
using AiOs.Agents.Schedules;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Execution.Drafters;

/// <summary>
/// Drafts the Record of what the operator wants to run by the clock: their own words for when and what, letter by letter, so that the kernel can see
/// that nobody else said them.
/// </summary>
internal static class ScheduleDrafter
{
    /// <summary>Drafts it.</summary>
    /// <param name="desk">A brief of typed words of the operator.</param>
    /// <param name="text">The words.</param>
    /// <returns>The proposal; nothing where the words ask for nothing at set times, or where the clock says them again.</returns>
    public static ProposalDraft? Draft(DraftDesk desk, string text) => desk.Message.Occasion is not null ? null : ScheduleRequest.Read(text) switch
    {
        ScheduleRequest.Run run => Proposal(
            desk,
            new RecordId("schedule", run.Spoken.Name),
            $"From now on, {run.Spoken.When}: {run.Spoken.What}",
            new() { ["when"] = Said(run.Spoken.When), ["what"] = Said(run.Spoken.What) }),
        ScheduleRequest.Turn { Order: "stop" } stop => Turned(desk, stop, $"Stop the schedule {stop.Name}."),
        ScheduleRequest.Turn start => Turned(desk, start, $"Let the schedule {start.Name} run again."),
        _ => null,
    };

    private static ProposalDraft Turned(DraftDesk desk, ScheduleRequest.Turn turn, string summary) =>
        Proposal(desk, new RecordId("schedule", turn.Name), summary, new() { ["state"] = Said(turn.Order) });

    private static ProposalDraft Proposal(DraftDesk desk, RecordId id, string summary, Dictionary<string, RecordField> fields) => new()
    {
        Summary = summary,
        Reasons = ["you typed it"],
        Evidence = [new Evidence("message", null, PlainText.Line(desk.Message.Text, 120), Provenance.Operator)],
        Confidence = Confidence.Certain,
        Effects =
        [
            EffectDrafts.Record(new RecordWriteArguments
            {
                Record = id,
                ExpectedVersion = desk.Brief.Facts.FirstOrDefault(record => record.Id == id)?.Version ?? 0,
                Fields = fields,
                Reason = "you typed it",
            }),
        ],
    };

    private static RecordField Said(string words) => new(words, Provenance.Operator);
}
