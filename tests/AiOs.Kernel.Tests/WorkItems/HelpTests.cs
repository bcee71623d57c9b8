using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.WorkItems;

/// <summary>What no agent could prepare is the operator's to say, and they are told only what they can do.</summary>
public sealed class HelpTests
{
    [Fact]
    public async Task AskForHelp_NothingToDecide_AsksForWordsAndGoesOnWithThem()
    {
        await using var harness = await KernelHarness.StartAsync();
        harness.Agent.Write = _ => throw new InvalidOperationException("a bug");
        var stuck = await harness.ReceivedAsync();
        harness.Agent.Write = Some.Reply;
        var answered = await harness.AnswerAsync(stuck.Id, "The first week.");

        Assert.Equal((WorkItemState.NeedsAnswer, "This could not be prepared. Say in a few words what shall be done with it."), (stuck.State, stuck.Question));
        Assert.Equal([typeof(CardAction.Answer), typeof(CardAction.Why)], stuck.Card.Actions.Select(action => action.GetType()));
        Assert.Equal((true, WorkItemState.AwaitingApproval), (answered.Accepted, answered.Item!.State));
    }
}
