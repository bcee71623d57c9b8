using AiOs.Contracts.Json;
using AiOs.Kernel.Autonomy;
using AiOs.Kernel.Policy.Reading.Yaml;
using AiOs.Kernel.Policy.Settings;

namespace AiOs.Kernel.Policy.Reading;

/// <summary>Reads what is no rule: approvals, escalation, interruptions and autonomy. What is left out has its usual value.</summary>
internal sealed class SettingsReader(Values values, PolicyFaults faults)
{
    private const int UsualInterruptions = 12;
    private const int MostInterruptions = 1000;
    private const int LeastOffer = 3;
    private const int MostOffer = 1000;
    private const int MostSteps = 10;

    private static readonly IReadOnlyList<string> Ways = [.. Enum.GetValues<EscalationWay>().Select(KebabEnumConverter<EscalationWay>.ToText)];
    private static readonly IReadOnlyList<string> InterruptionKeys = ["perDay"];
    private static readonly IReadOnlyList<string> ApprovalKeys = ["expireAfter", "coolOff", "undoFor", "undoSend"];
    private static readonly IReadOnlyList<string> StepKeys = ["after", "by"];
    private static readonly IReadOnlyList<string> AutonomyKeys = ["offerAfter", "within", "decayAfter", "mostEach"];

    public int Interruptions(TreeNode? node)
    {
        var section = node is null ? null : Section.Of(node, "'interruptions'", faults, InterruptionKeys);
        return values.Whole(section?.Required("perDay"), "interruptions per day", 0, MostInterruptions) ?? UsualInterruptions;
    }

    public ApprovalTimes Approvals(TreeNode? node)
    {
        var section = node is null ? null : Section.Of(node, "'approvals'", faults, ApprovalKeys);
        var usual = ApprovalTimes.Usual;
        var times = new ApprovalTimes(
            values.Duration(section?["expireAfter"], "expireAfter") ?? usual.ExpireAfter,
            values.Duration(section?["coolOff"], "coolOff") ?? usual.CoolOff,
            values.Duration(section?["undoFor"], "undoFor") ?? usual.UndoFor)
        {
            UndoSend = values.ShortTime(section?["undoSend"], "undoSend") ?? usual.UndoSend,
        };
        if (times.CoolOff >= times.ExpireAfter)
        {
            faults.Add((section?["coolOff"] ?? node)!.Line, "The cool-off is as long as a question lives, so nothing could be approved after it; make 'coolOff' shorter than 'expireAfter'.");
        }

        return times;
    }

    public IReadOnlyList<EscalationStep> Escalation(TreeNode? node, ApprovalTimes approvals)
    {
        if (node is null)
        {
            return [.. EscalationStep.Usual.Where(step => step.After < approvals.ExpireAfter)];
        }

        if (node is not TreeNode.List { Items.Count: <= MostSteps } list)
        {
            values.Fault(node, $"'escalation' must be a list of at most {MostSteps} steps, as in [ {{ after: 4h, by: reminder }} ]; write [] for none.");
            return [];
        }

        var steps = new List<EscalationStep>();
        foreach (var item in list.Items)
        {
            if (Step(item) is { } step)
            {
                Place(item, step, steps, approvals);
                steps.Add(step);
            }
        }

        return steps;
    }

    public AutonomySettings Autonomy(TreeNode? node)
    {
        var section = node is null ? null : Section.Of(node, "'autonomy'", faults, AutonomyKeys);
        var usual = AutonomySettings.UsualIn(values.Currency);
        return new AutonomySettings(
            values.Whole(section?["offerAfter"], "offerAfter", LeastOffer, MostOffer) ?? usual.OfferAfter,
            values.Duration(section?["within"], "within") ?? usual.Within,
            values.Duration(section?["decayAfter"], "decayAfter") ?? usual.DecayAfter,
            values.OwnAmount(section?["mostEach"], "mostEach") ?? usual.MostEach);
    }

    private EscalationStep? Step(TreeNode node)
    {
        var section = Section.Of(node, "a step of 'escalation'", faults, StepKeys);
        var after = values.Duration(section?.Required("after"), "after");
        var by = KebabEnumConverter<EscalationWay>.Parse(values.OneOf(section?.Required("by"), "way to remind", Ways));
        return after is { } time && by is { } way ? new EscalationStep(time, way) : null;
    }

    private void Place(TreeNode node, EscalationStep step, List<EscalationStep> before, ApprovalTimes approvals)
    {
        if (before.Count > 0 && step.After <= before[^1].After)
        {
            values.Fault(node, "This step comes no later than the one above it; put the steps in the order of their times.");
        }

        if (step.After >= approvals.ExpireAfter)
        {
            values.Fault(node, "The question has expired by then, so this step never comes; shorten 'after' or lengthen 'expireAfter'.");
        }
    }
}
