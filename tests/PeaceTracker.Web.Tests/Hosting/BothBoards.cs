using PeaceTracker.Web.Tests.Hosting;

[assembly: AssemblyFixture(typeof(BothBoards))]

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>One host with both negotiations of the project, shared by the tests that only read.</summary>
public sealed class BothBoards : TrackerHost
{
    public BothBoards() => WithExample = true;
}
