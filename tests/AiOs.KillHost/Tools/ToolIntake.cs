using AiOs.Contracts.Intake;
using AiOs.Contracts.Ports;

namespace AiOs.KillHost.Tools;

/// <summary>Takes every mail for a client's request that comes to one call.</summary>
internal sealed class ToolIntake : IIntake
{
    public Task<Intent> UnderstandAsync(IntakeCase read, CancellationToken cancellationToken) => Task.FromResult(new Intent
    {
        Category = Category.ClientRequest,
        Confidence = new Confidence(930),
        Sure = true,
        Reasons = ["asks for a change of an order"],
        For = ToolAgent.Called,
    });

    public Category? ReadCategory(string operatorWords) => null;
}
