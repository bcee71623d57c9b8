using AiOs.Contracts.Context;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Records;
using AiOs.Kernel.Context;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Records;

namespace AiOs.Kernel.WorkItems.Preparing;

/// <summary>Has Intake read a message, with all that it may look at for it. What the operator says that it is comes before what Intake says.</summary>
internal sealed class Understanding(IIntake intake, RecordReader records, BriefContext context, WorkspaceSettings settings)
{
    /// <summary>What the program asked of itself it need not understand.</summary>
    public static readonly IntentClassified Known = new(Category.Other, Confidence.Certain, Sure: true, AgentName.Kernel.Value)
    {
        Personal = new IntentClassified.Findings([], ["The program has to do it."], []),
    };

    /// <summary>Whether reading may ask somebody outside.</summary>
    public bool CallsOut => intake.CallsOut;

    /// <summary>Reads the message of a work item.</summary>
    /// <param name="item">The work item.</param>
    /// <param name="known">What Records know about the people in it.</param>
    /// <param name="lessons">What the operator put right in cases like this one; nothing where that cannot be known.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IntentClassified> ReadAsync(WorkItem item, IReadOnlyList<RecordSnapshot> known, IReadOnlyList<Lesson>? lessons, CancellationToken cancellationToken)
    {
        var received = item.Received!;
        var read = new IntakeCase
        {
            Message = received.Personal!.Content,
            Authority = received.Authority,
            ReceivedAt = settings.Local(item.OpenedAt),
            TimeZone = settings.TimeZone,
            Currency = settings.Currency,
            Lessons = lessons ?? [],
            Examples = lessons is null ? [] : await context.ExamplesAsync(item, cancellationToken),
            Known = [.. known.Concat(await records.MentionedAsync(received.Personal.Content, cancellationToken)).DistinctBy(record => record.Id)],
            WorkItem = item.Id,
        };
        var intent = await intake.UnderstandAsync(read, cancellationToken);
        return Classified(intent, AgentName.Intake.Value) with { DraftFrom = LowPriority.DraftFrom(item, intent, known, settings.LowPriorityBatch) };
    }

    /// <summary>What the operator's last words make of it.</summary>
    /// <returns>Nothing where they name no other category.</returns>
    public (Intent Intent, IntentClassified Said)? Corrected(WorkItem item)
    {
        var intent = item.Intent!;
        if (item.Redraft is not (Redraft.Answered or Redraft.Changed) || intake.ReadCategory(item.OperatorWords[^1]) is not { } category || (intent.Sure && category == intent.Category))
        {
            return null;
        }

        intent = intent with { Category = category, Confidence = Confidence.Certain, Sure = true, Reasons = ["You said so."], Alternatives = [], For = null, Parts = [] };
        return (intent, Classified(intent, "operator"));
    }

    private static IntentClassified Classified(Intent intent, string by) => new(intent.Category, intent.Confidence, intent.Sure, by)
    {
        For = intent.For,
        Personal = new IntentClassified.Findings(intent.Fields, intent.Reasons, intent.Alternatives) { Parts = intent.Parts.Count > 0 ? intent.Parts : null },
    };
}
