using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Agents.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public void AddAgents_Twice_GivesOneIntakeAndOneExecution()
    {
        var services = new ServiceCollection().AddAgents().AddAgents();

        Assert.Single(services, service => service.ServiceType == typeof(IIntake));
        Assert.Single(services, service => service.ServiceType == typeof(IAgent));
        Assert.Equal(AgentName.Execution, new AiOs.Agents.Execution.ExecutionAgent().Name);
    }
}
