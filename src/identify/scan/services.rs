//! Services of clouds in programs that set them up, with Pulumi or the CDK of
//! AWS, or that call them.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::Scan;
use crate::identify::evidence::{Owner, Sign, Strength};
use crate::identify::line::{Line, lines};

/// What begins the name of a service, and how what follows is read.
const STEMS: [(&str, Stem); 22] = [
    // Pulumi, in TypeScript, Python and C#.
    ("aws.", Stem::Resource("aws")),
    ("gcp.", Stem::Resource("google")),
    ("Aws.", Stem::Resource("aws")),
    ("Gcp.", Stem::Resource("google")),
    ("digitalocean.", Stem::Flat("digitalocean")),
    ("DigitalOcean.", Stem::Flat("digitalocean")),
    ("azure_native.", Stem::Resource("Microsoft")),
    ("azurenative.", Stem::Resource("Microsoft")),
    ("AzureNative.", Stem::Resource("Microsoft")),
    // Its modules in Go and Python.
    ("/go/aws/", Stem::Module),
    ("/go/gcp/", Stem::Import("google")),
    ("from pulumi_aws import ", Stem::Module),
    ("from pulumi_gcp import ", Stem::Import("google")),
    ("from pulumi_azure_native import ", Stem::Import("Microsoft")),
    ("@pulumi/azure-native/", Stem::Import("Microsoft")),
    ("pulumi-azure-native-sdk/", Stem::Import("Microsoft")),
    // The CDK of AWS.
    ("aws-cdk-lib/aws-", Stem::Module),
    ("aws_cdk.aws_", Stem::Module),
    (" aws_", Stem::Module),
    ("awscdk/v2/aws", Stem::Module),
    ("awscdk.services.", Stem::Module),
    ("Amazon.CDK.AWS.", Stem::Module),
];

/// Calls of AWS from Python: the client is given the service's name.
const CALLS: [&str; 2] = ["client(", "resource("];

/// How what follows a stem is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stem {
    /// `sqs.Queue`: a module and a resource of this cloud.
    Resource(&'static str),
    /// `KubernetesCluster`: a resource of this cloud, which has no modules.
    Flat(&'static str),
    /// `sqs`: modules of AWS, each of which is one service.
    Module,
    /// `container`: modules of this cloud, of which the resource tells.
    Import(&'static str),
}

/// Services whose modules and clients are not called as their resources are.
const OTHER_NAMES: [(&str, &str); 12] = [
    ("stepfunctions", "sfn"),
    ("events", "cloudwatch_event"),
    ("cognito-idp", "cognito"),
    ("cognito-identity", "cognito"),
    ("kinesis", "kinesis_stream"),
    ("kafka", "msk"),
    ("sagemaker-runtime", "sagemaker"),
    ("lambda_", "lambda"),
    ("cloudwatch", "cloudwatch_metric_alarm"),
    ("logs", "cloudwatch_log_group"),
    ("es", "elasticsearch_domain"),
    ("opensearchservice", "opensearch_domain"),
];

/// No more imported modules of a file are looked for.
const MOST_IMPORTS: usize = 16;

/// Looks through a program for what it sets up or calls, where it may do so.
pub(super) fn scan(scan: &mut Scan<'_, '_>, text: &str) {
    let has = |word: &str| memchr::memmem::find(text.as_bytes(), word.as_bytes()).is_some();
    let is_set_up = has("ulumi") || has("cdk");
    if is_set_up {
        set_up(scan, text);
    }
    if has("boto3") {
        called(scan, text);
    }
}

fn set_up(scan: &mut Scan<'_, '_>, text: &str) {
    static STARTS: LazyLock<Option<AhoCorasick>> =
        LazyLock::new(|| AhoCorasick::new(STEMS.iter().map(|(stem, _)| stem)).ok());
    let Some(starts) = STARTS.as_ref() else { return };
    let mut places = Places::of(text);
    let (mut imports, mut namespaces) = (Vec::new(), Vec::new());
    for found in starts.find_iter(text) {
        let Some((stem, kind)) = STEMS.get(found.pattern().as_usize()) else { continue };
        let (before, rest) = (&text[..found.start()], &text[found.end()..]);
        let line = places.line(found.start());
        match kind {
            // `laws.x` is something else.
            Stem::Resource(_) | Stem::Flat(_) if before.ends_with(char::is_alphanumeric) => {}
            Stem::Resource(cloud) => match words(rest) {
                // `using Pulumi.Gcp.Container;`
                (module, "") if stem.starts_with(char::is_uppercase) => namespaces.push((module, *cloud)),
                (module, resource) => scan.resource(cloud, module, resource, line),
            },
            Stem::Flat(cloud) => scan.resource(cloud, "", words(rest).0, line),
            Stem::Module => names(rest).for_each(|name| scan.service(name, line)),
            Stem::Import(cloud) => imports.extend(names(rest).map(|name| (name, *cloud))),
        }
    }
    for (module, cloud) in imports.into_iter().take(MOST_IMPORTS) {
        let mut places = Places::of(text);
        for (at, beginning) in text.match_indices(&format!("{module}.")) {
            let resource = words(&text[at + beginning.len()..]).0;
            scan.resource(cloud, module, resource, places.line(at));
        }
    }
    namespaces.truncate(MOST_IMPORTS);
    if !namespaces.is_empty() {
        let mut places = Places::of(text);
        for (at, beginning) in text.match_indices("new ") {
            let resource = words(&text[at + beginning.len()..]).0;
            let line = places.line(at);
            for (module, cloud) in &namespaces {
                scan.resource(cloud, module, resource, line);
            }
        }
    }
}

/// What Pulumi sets up without a program: `type: aws:sqs:Queue`.
pub(super) fn yaml(scan: &mut Scan<'_, '_>, text: &str) {
    for (line, number) in lines(text) {
        let Some(line) = Line::parse(line).filter(|line| line.key == "type") else { continue };
        let mut parts = line.value.split(':');
        let (cloud, module) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let module = module.split('/').next().unwrap_or(module);
        match (cloud, parts.next()) {
            ("aws", Some(resource)) => scan.resource("aws", module, resource, number),
            ("gcp", Some(resource)) => scan.resource("google", module, resource, number),
            ("azure-native", Some(resource)) => scan.resource("Microsoft", module, resource, number),
            ("digitalocean", resource) => scan.resource(cloud, "", resource.unwrap_or(module), number),
            _ => {}
        }
    }
}

/// `boto3.client("sqs")`.
fn called(scan: &mut Scan<'_, '_>, text: &str) {
    for call in CALLS {
        let mut places = Places::of(text);
        for (at, _) in text.match_indices(call) {
            let rest = text[at + call.len()..].trim_start();
            if let Some(quoted) = rest.strip_prefix(['"', '\'']) {
                let end = quoted.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(0);
                scan.service(&quoted[..end], places.line(at));
            }
        }
    }
}

/// The first word of `text`, and the one behind its dot.
fn words(text: &str) -> (&str, &str) {
    let word = |text: &str| text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len());
    let (first, rest) = text.split_at(word(text));
    let second = rest.strip_prefix('.').map_or("", |rest| &rest[..word(rest)]);
    (first, second)
}

/// How far a list of names is followed.
const REACH: usize = 200;

/// The names of a list that `text` begins with: `sqs, lambda_`.
fn names(text: &str) -> impl Iterator<Item = &str> {
    let is_of_list = |byte: u8| byte.is_ascii_alphanumeric() || b"_-, ".contains(&byte);
    let end = text.bytes().take(REACH).position(|byte| !is_of_list(byte));
    text[..end.unwrap_or(0)].split(',').filter_map(|name| name.split_whitespace().next())
}

/// Tells the lines of places that come in their order.
struct Places<'t> {
    text: &'t str,
    at: usize,
    line: u32,
}

impl<'t> Places<'t> {
    fn of(text: &'t str) -> Self {
        Self { text, at: 0, line: 1 }
    }

    fn line(&mut self, at: usize) -> u32 {
        let ends = memchr::memchr_iter(b'\n', &self.text.as_bytes()[self.at..at]).count();
        self.line = self.line.saturating_add(u32::try_from(ends).unwrap_or(u32::MAX));
        self.at = at;
        self.line
    }
}

impl Scan<'_, '_> {
    /// A resource, as Pulumi names it.
    fn resource(&mut self, cloud: &str, module: &str, resource: &str, line: u32) {
        // Go makes a `Queue` with `NewQueue`, and all read one with `getQueue`.
        let bare = ["New", "get_", "get", "Get"].iter().find_map(|verb| resource.strip_prefix(verb));
        let bare = bare.unwrap_or(resource);
        let is_name = bare.starts_with(|c: char| c.is_ascii_alphanumeric());
        let is_name = is_name && (cloud == "digitalocean" || !module.is_empty());
        if !is_name {
            return;
        }
        let owners = if cloud == "Microsoft" {
            let plural =
                bare.strip_suffix('y').map_or_else(|| format!("{bare}s"), |stem| format!("{stem}ies"));
            self.index.terraform().owners(&format!("Microsoft.{module}/{plural}"))
        } else {
            self.index.services().resource(cloud, module, bare)
        };
        let text = if module.is_empty() { bare.to_owned() } else { format!("{module}.{bare}") };
        self.of_cloud(&owners, &text, line);
    }

    /// A service of AWS, by the name of its module or client.
    fn service(&mut self, name: &str, line: u32) {
        let other = OTHER_NAMES.iter().find(|(other, _)| *other == name);
        let owners = self.index.services().module("aws", other.map_or(name, |(_, name)| name));
        self.of_cloud(&owners, name, line);
    }

    fn of_cloud(&mut self, owners: &[Owner], text: &str, line: u32) {
        self.add_all(owners, Sign::Terraform, Strength::Medium, line, text);
    }
}

#[cfg(test)]
mod tests {
    use super::{Places, names, words};

    #[test]
    fn names_of_modules_and_resources() {
        assert_eq!(words("sqs.Queue(\"x\")"), ("sqs", "Queue"));
        assert_eq!(words("Sqs;"), ("Sqs", ""));
        assert_eq!(names("sqs as queues, lambda_\nx").collect::<Vec<_>>(), ["sqs", "lambda_"]);
        assert_eq!(names("aws-sqs';").collect::<Vec<_>>(), ["aws-sqs"]);
        let mut places = Places::of("a\nb\nc");
        assert_eq!([places.line(0), places.line(2), places.line(4)], [1, 2, 3]);
    }
}
