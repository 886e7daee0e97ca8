using PeaceTracker.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddAddress();
builder.AddLogging();
builder.AddDocuments();

var app = builder.Build();
app.UseDocuments();
app.MapDocuments();
app.Run();
