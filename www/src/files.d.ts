// Text files that esbuild puts into the bundle as strings.
declare module "*.csv" {
  const text: string;
  export default text;
}
declare module "*.ftl" {
  const text: string;
  export default text;
}
