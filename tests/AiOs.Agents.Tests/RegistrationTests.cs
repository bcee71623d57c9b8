using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Agents.Tests;

public sealed class RegistrationTests
{
    private static readonly Comparer<Type> ByName = Comparer<Type>.Create((one, two) => string.CompareOrdinal(one.Name, two.Name));

    [Fact]
    public void AddAgents_Twice_GivesOneIntakeAndEachAgentOnce()
    {
        var services = new ServiceCollection().AddAgents().AddAgents();

        Assert.Single(services, service => service.ServiceType == typeof(IIntake));
        Assert.Equal(Drafts.Agents.Select(agent => agent.GetType()).Order(ByName), services.Where(service => service.ServiceType == typeof(IAgent)).Select(service => service.ImplementationType!).Order(ByName));
        Assert.Distinct(Drafts.Agents.Select(agent => agent.Name));
        Assert.Equal(AgentName.Execution, new AiOs.Agents.Execution.ExecutionAgent().Name);
    }
}
